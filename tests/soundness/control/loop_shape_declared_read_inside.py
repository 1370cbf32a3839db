# observed: differs
# function: f
import tensorflow as tf
def f(x, n):
    out = x[None]
    for i in tf.range(n):
        tf.autograph.experimental.set_loop_options(shape_invariants=[(out, tf.TensorShape([None, 2]))])
        out = out * (out.shape[0] or 5.0)
    return out
RESULT = [f(tf.ones(2), tf.constant(3)), f(tf.ones(2), tf.constant(1))]

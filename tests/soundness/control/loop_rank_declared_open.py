# observed: same
# function: f
import tensorflow as tf
def f(x, n):
    out = x
    for i in tf.range(n):
        tf.autograph.experimental.set_loop_options(shape_invariants=[(out, tf.TensorShape(None))])
        out = out[None]
    return tf.reduce_sum(out)
RESULT = [f(tf.ones(2), tf.constant(3)), f(tf.ones(2), tf.constant(1))]

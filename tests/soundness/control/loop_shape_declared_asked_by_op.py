# observed: same
# function: f
import tensorflow as tf
def f(x, n):
    out = x[None]
    for i in tf.range(n):
        tf.autograph.experimental.set_loop_options(shape_invariants=[(out, tf.TensorShape([None, 2]))])
        out = tf.concat([out, out[-1:] * 2], axis=0)
    return tf.reduce_sum(out, 0) / tf.cast(tf.shape(out)[0], tf.float32)
RESULT = [f(tf.ones(2), tf.constant(3)), f(tf.ones(2), tf.constant(1))]

# observed: raises
# function: f
import tensorflow as tf

buf = tf.Variable(tf.zeros(3))


def f(x, store):
    if store:
        buf.assign(x)
    return tf.reduce_sum(x)


RESULT = [f(tf.ones(3), tf.constant(True)), f(tf.ones(2), tf.constant(False))]

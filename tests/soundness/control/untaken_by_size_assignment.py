# observed: raises
# function: f
import tensorflow as tf

v = tf.Variable(tf.zeros(3))


def f(x):
    if tf.shape(x)[0] == 3:
        v.assign(x)
    return tf.reduce_sum(x)


RESULT = [f(tf.ones(2)), f(tf.ones(3))]

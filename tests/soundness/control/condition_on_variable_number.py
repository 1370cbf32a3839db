# observed: raises
# function: f
import tensorflow as tf

enabled = tf.Variable(1)


def f(x):
    if enabled:
        x = x * 2.0
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

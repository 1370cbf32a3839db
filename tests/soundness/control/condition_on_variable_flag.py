# observed: same
# function: f
import tensorflow as tf

enabled = tf.Variable(True)


def f(x):
    if enabled:
        x = x * 2.0
    return x


a = f(tf.ones([2]))
enabled.assign(False)
RESULT = (a, f(tf.ones([2])))

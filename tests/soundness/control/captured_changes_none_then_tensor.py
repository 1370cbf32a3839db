# observed: same
# function: f
import tensorflow as tf

scale = 1.0


def f(x, mask=None):
    return x * scale if mask is None else x * mask * scale


a = f(tf.ones([2]))
scale = 5.0
RESULT = (a, f(tf.ones([2]), tf.ones([2])))

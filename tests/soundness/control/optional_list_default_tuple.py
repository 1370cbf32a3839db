# observed: same
# function: f
import tensorflow as tf

def f(x, axes=()):
    for axis in axes:
        x = tf.reduce_sum(x, axis=axis, keepdims=True)
    return x


RESULT = (f(tf.ones([2, 3])), f(tf.ones([2, 3]), (0,)), f(tf.ones([2, 3]), axes=(0, 1)))

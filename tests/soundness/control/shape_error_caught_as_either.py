# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    try:
        return a + b
    except (tf.errors.InvalidArgumentError, ValueError):
        return a


RESULT = f(tf.ones([2]), tf.ones([3]))

# observed: same
# function: f
import tensorflow as tf
def f(x):
    m = tf.reduce_max(x, keepdims=True)
    if m > 0:
        return x
    return x * 2
RESULT = f(tf.ones([2]))

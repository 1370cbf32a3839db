# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    if n == 0:
        return x
    return f(x * 2.0, n - 1)


RESULT = (f(tf.ones([2]), 3), f(tf.ones([2]), 1))

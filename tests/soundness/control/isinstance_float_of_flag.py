# observed: same
# function: f
import tensorflow as tf

def f(x, k):
    if isinstance(k, (int, float)):
        return x * float(k)
    return x + k


RESULT = (f(tf.ones([2]), 2), f(tf.ones([2]), tf.ones([2])))

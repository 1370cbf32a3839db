# observed: same
# function: f
import tensorflow as tf

def f(x, k):
    if isinstance(k, float):
        return x * k
    return x
RESULT = [f(tf.ones([2]), 2.), f(tf.zeros([2]), None)]

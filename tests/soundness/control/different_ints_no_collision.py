# observed: same
# function: f
import tensorflow as tf

def f(x, k):
    return x * float(k)


RESULT = (f(tf.ones([2]), 2), f(tf.ones([2]), 3))

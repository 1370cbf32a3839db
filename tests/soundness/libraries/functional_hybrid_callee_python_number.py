# observed: same
# function: f
import tensorflow as tf

@tf.function
def g(x, k):
    return x * k
def f(x, k):
    return g(x, k) + 1.
RESULT = [f(tf.ones([2]), 2.), f(tf.zeros([2]), 3.)]

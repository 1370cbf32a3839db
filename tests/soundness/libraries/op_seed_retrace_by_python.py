# observed: differs
# function: f
import tensorflow as tf

def f(x, k):
    return x + k * tf.random.normal([1], seed=3)
RESULT = [f(tf.zeros([2]), 1.), f(tf.zeros([2]), 2.)]

# observed: same
# function: f
import tensorflow as tf

def f(x, s):
    return x + tf.random.normal([2], seed=s)
RESULT = [f(tf.zeros([2]), 1), f(tf.zeros([2]), 2)]

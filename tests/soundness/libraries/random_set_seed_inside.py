# observed: differs
# function: f
import tensorflow as tf

def f(x):
    tf.random.set_seed(1)
    return x + tf.random.normal([2], seed=3)
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]

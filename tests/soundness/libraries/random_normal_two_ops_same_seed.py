# observed: differs
# function: f
import tensorflow as tf

def f(x):
    return x + tf.random.normal([2], seed=3) - tf.random.normal([2], seed=3)
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]

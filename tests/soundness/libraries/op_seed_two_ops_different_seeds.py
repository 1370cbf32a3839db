# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x + tf.random.normal([2], seed=3) - tf.random.normal([2], seed=4)
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]

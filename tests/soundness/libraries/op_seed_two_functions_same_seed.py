# observed: differs
# function: f
import tensorflow as tf

def g(x):
    return x + tf.random.normal([2], seed=3)
def f(x):
    return x + tf.random.normal([2], seed=3)
RESULT = [g(tf.zeros([2])), f(tf.zeros([2])), g(tf.zeros([2])), f(tf.zeros([2]))]

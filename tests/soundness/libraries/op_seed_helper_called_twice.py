# observed: differs
# function: f
import tensorflow as tf

def noise(n):
    return tf.random.uniform([n], seed=5)
def f(x):
    return noise(2) * noise(2) + x
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]

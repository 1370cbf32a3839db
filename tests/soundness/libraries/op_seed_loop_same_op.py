# observed: differs
# function: f
import tensorflow as tf

def f(x):
    for _ in range(2):
        x = x + tf.random.normal([2], seed=3)
    return x
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]

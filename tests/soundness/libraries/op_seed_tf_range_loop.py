# observed: same
# function: f
import tensorflow as tf

def f(x):
    for i in tf.range(3):
        x = x + tf.random.normal([2], seed=3)
    return x
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]

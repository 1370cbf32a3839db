# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x + tf.random.stateless_normal([2], seed=[3, 0]) - tf.random.stateless_normal([2], seed=[3, 0])
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]

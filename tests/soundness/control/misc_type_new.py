# observed: same
# function: f
import tensorflow as tf

def f(x):
    T=type('T',(),{'k':2.})
    return x*T.k

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

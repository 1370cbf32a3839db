# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x * 1. if hash(x) else x
try:
    RESULT = [f(tf.ones([2]))]
except TypeError:
    RESULT = 'no'

# observed: same
# function: f
import tensorflow as tf

def f(x, table):
    return x * table[0] + table[1]


RESULT = f(tf.ones([2]), {0: 2.0, 1: 3.0})

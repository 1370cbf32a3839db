# observed: raises
# function: f
import tensorflow as tf

def f(x, table):
    return x * table[0] + table["b"]


RESULT = f(tf.ones([2]), {0: 2.0, "b": 3.0})

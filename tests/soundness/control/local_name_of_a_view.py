# observed: differs
# function: f
import numpy as np
import tensorflow as tf
table = np.ones(3, dtype=np.float32)
def f(x):
    row = np.zeros(3, dtype=np.float32)
    row[0] = 1.0
    row = table[:]
    row[0] += 1.0
    return x * table + row
RESULT = [f(tf.ones([3])), f(tf.ones([3]))]

# observed: differs
# function: f
import numpy as np
import tensorflow as tf
table = np.ones(3, dtype=np.float32)
def f(x):
    held = np.empty(2, dtype=object)
    held[0] = table
    held[0] += 1.0
    return x * table
RESULT = [f(tf.ones([3])), f(tf.ones([3]))]

# observed: differs
# function: f
import numpy as np
import tensorflow as tf
table = np.ones(3, dtype=np.float32)
def change(k):
    held = np.zeros(3)
    held = table
    held[0] = k
def f(x):
    return x * table
RESULT = [f(tf.ones([3]))]
change(5.0)
RESULT.append(f(tf.ones([3])))

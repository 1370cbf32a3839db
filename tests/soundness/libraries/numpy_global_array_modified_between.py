# observed: differs
# function: f
import tensorflow as tf
import numpy as np

w = np.ones(2, np.float32)
def f(x):
    return x * w
a = f(tf.ones([2]))
w += 1.
RESULT = [a, f(tf.ones([2]))]

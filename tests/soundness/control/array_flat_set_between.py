# observed: differs
# function: f
import tensorflow as tf
import numpy as np
A = np.array([2.0, 2.0], np.float32)
def f(x):
    return x * A
a = f(tf.ones([2]))
A.flat[0] = 5.0
RESULT = [a, f(tf.ones([2]))]

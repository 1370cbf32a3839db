# observed: differs
# function: f
import tensorflow as tf
import numpy as np
A = np.zeros([2], np.float32)
def f(x):
    return x * A
a = f(tf.ones([2]))
memoryview(A)[0] = 3.0
RESULT = [a, f(tf.ones([2]))]

# observed: differs
# function: f
import numpy as np
import tensorflow as tf
def f(x):
    seen = np.zeros(2, dtype=np.float32)
    first = tf.numpy_function(lambda: seen.copy(), [], tf.float32)
    seen[0] = 5.0
    return x + first
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]

# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_sum(a[[0, 2]])
a = np.arange(4, dtype=np.float32)
RESULT = [f(a), f(a + 1)]

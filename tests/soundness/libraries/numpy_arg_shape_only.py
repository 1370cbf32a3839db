# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    b = a.shape[0]
    return tf.reduce_sum(tf.ones([b, 2]))
a = np.arange(4, dtype=np.float32)
RESULT = [f(a), f(a + 1)]

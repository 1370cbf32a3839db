# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    if a.ndim == 1:
        return tf.reduce_sum(a)
    return tf.reduce_mean(a)
a = np.arange(4, dtype=np.float32)
RESULT = [f(a), f(a + 1)]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.identity(a[1:100])
a = np.arange(4, dtype=np.float32)
RESULT = [f(a), f(a + 1)]

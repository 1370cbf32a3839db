# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a, b):
    return tf.reduce_sum(a + b)
RESULT = [f(np.arange(3, dtype=np.int32), np.arange(3)), f(np.arange(3, dtype=np.int32), np.arange(3))]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.cast(a / 3, tf.float32)
RESULT = [f(np.arange(4, dtype=np.int16)), f(np.arange(3, dtype=np.int16))]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_sum(tf.cast(a * 300, tf.int32))
RESULT = [f(np.arange(4, dtype=np.int16)), f(np.arange(3, dtype=np.int16))]

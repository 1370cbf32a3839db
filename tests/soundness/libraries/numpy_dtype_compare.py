# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    if x.dtype == np.float32:
        return x * 2.
    return tf.cast(x, tf.float32)
RESULT = [f(tf.ones([2])), f(tf.zeros([2], tf.int32))]

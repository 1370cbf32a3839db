# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x, k):
    return tf.reduce_sum(x) * tf.cast(k, tf.float32)
RESULT = [f(tf.ones([2]), np.int64(2)), f(tf.zeros([2]), np.int64(3))]

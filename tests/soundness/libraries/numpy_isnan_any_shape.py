# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    x = tf.where(tf.math.is_nan(x), tf.zeros_like(x), x)
    return tf.reduce_sum(x) + np.pi + np.float32(1)
RESULT = [f(tf.constant([1., np.nan])), f(tf.constant([1., 2.]))]

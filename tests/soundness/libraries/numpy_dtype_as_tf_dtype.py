# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.cast(x, np.float64) + tf.zeros([2], dtype=np.float64)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

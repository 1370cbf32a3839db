# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    n = np.float32(x.shape[0])
    return tf.reduce_sum(x) / n
RESULT = [f(tf.range(4.)), f(tf.range(3.))]

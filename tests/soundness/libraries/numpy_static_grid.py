# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    xx, yy = np.meshgrid(np.arange(x.shape[0]), np.arange(2))
    return tf.cast(tf.constant(xx + yy), tf.float32) * x
RESULT = [f(tf.range(4.)), f(tf.range(3.))]

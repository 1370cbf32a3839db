# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(batch):
    x, y = batch[0]
    return tf.reduce_sum(x) + tf.cast(tf.reduce_sum(y), x.dtype)
RESULT = [f([(np.ones(3, np.float32), np.arange(3))]), f([(np.zeros(3, np.float32), np.arange(3))])]

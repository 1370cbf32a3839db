# observed: same
# function: f
import tensorflow as tf
import numpy as np

ds = tf.data.Dataset.from_tensor_slices((np.ones([4, 2], np.float32), np.arange(4))).batch(2)
def f(k):
    s = 0.
    for x, y in ds:
        s += tf.reduce_sum(x) * k + tf.cast(tf.reduce_sum(y), tf.float32)
    return s
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]

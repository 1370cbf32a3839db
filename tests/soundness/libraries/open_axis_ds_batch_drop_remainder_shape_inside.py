# observed: same
# function: f
import tensorflow as tf
import numpy as np

ds = tf.data.Dataset.from_tensor_slices(np.ones([5, 2], np.float32)).batch(2, drop_remainder=True)
def f(k):
    s = 0.
    for b in ds:
        s += tf.reduce_sum(b) / b.shape[0] * k
    return s
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]

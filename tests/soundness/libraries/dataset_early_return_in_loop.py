# observed: raises
# function: f
import tensorflow as tf
import numpy as np

ds = tf.data.Dataset.from_tensor_slices((np.ones([4, 2], np.float32), np.arange(4))).batch(2)
def f(k):
    for x, y in ds:
        return tf.reduce_sum(x) * k
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

ds = tf.data.Dataset.from_tensor_slices(np.arange(6, dtype=np.float32)).batch(2)
it = iter(ds)
def f(k):
    return next(it) * k
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]

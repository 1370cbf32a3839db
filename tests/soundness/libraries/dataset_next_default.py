# observed: raises
# function: f
import tensorflow as tf
import numpy as np

ds = tf.data.Dataset.from_tensor_slices(np.arange(2, dtype=np.float32)).batch(2)
it = iter(ds)
def f(k):
    b = next(it, None)
    if b is None:
        return k
    return tf.reduce_sum(b) * k
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]

# observed: differs
# function: f
import tensorflow as tf
def f(ds):
    n = len(ds)
    x = 0
    for v in ds:
        x += v
    return x + len([0] * n)
d = tf.data.Dataset.from_tensor_slices([1, 2, 3])
RESULT = [f(d), f(d)]

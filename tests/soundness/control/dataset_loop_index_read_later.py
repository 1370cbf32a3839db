# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
def f():
    s = 0.0
    for i, v in enumerate(ds):
        s += v
    return s / tf.cast(i + 1, tf.float32)
RESULT = [f(), f()]

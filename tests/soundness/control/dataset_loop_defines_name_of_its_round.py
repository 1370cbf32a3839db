# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(4)
def f():
    t = tf.constant(0, tf.int64)
    for v in ds:
        d = v * 2
        t += d
    return t
RESULT = [f(), f()]

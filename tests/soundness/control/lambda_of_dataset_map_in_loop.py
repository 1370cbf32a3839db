# observed: same
# function: f
import tensorflow as tf


def f(x):
    ds = tf.data.Dataset.range(2)
    for i in range(3):
        ds = ds.map(lambda v: v * 2 + i)
    for v in ds:
        x += v
    return x


RESULT = f(tf.constant(2, tf.int64))

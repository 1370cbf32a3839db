# observed: same
# function: f
import tensorflow as tf

ds = tf.data.Dataset.range(5)
def f(k):
    return ds.reduce(tf.constant(0, tf.int64), lambda s, v: s + v * k)
RESULT = [f(tf.constant(1, tf.int64)), f(tf.constant(2, tf.int64))]

# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(5)
def f(n):
    found = tf.constant(-1, tf.int64)
    for v in ds:
        if v * v > n:
            found = v
            break
    return found
RESULT = [f(tf.constant(3, tf.int64)), f(tf.constant(100, tf.int64))]

# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(4)
def f(x):
    for v in ds:
        for i in tf.range(2):
            y = tf.cast(v, tf.int32) + i
        x = x + y
    return x
RESULT = [f(tf.constant(0))]

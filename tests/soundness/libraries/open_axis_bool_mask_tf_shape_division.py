# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    return tf.reduce_sum(y) / tf.cast(tf.shape(y)[0], tf.float32)
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]

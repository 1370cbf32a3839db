# observed: raises
# function: f
import tensorflow as tf

def f(x):
    a, b = tf.dynamic_partition(x, tf.cast(x > 0, tf.int32), 2)
    return tf.reduce_sum(a) / (a.shape[0] + 1) + tf.reduce_sum(b)
RESULT = [f(tf.constant([1., -2.])), f(tf.constant([3., 2.]))]

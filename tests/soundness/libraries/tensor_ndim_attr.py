# observed: same
# function: f
import tensorflow as tf

def f(a):
    if a.ndim == 1:
        return tf.reduce_sum(a)
    return tf.reduce_mean(a)
a = tf.range(4.)
RESULT = [f(a), f(a + 1)]

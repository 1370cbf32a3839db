# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    y = tf.tile(x, [n])
    return tf.reduce_sum(y) * float(y.shape[0])
RESULT = [f(tf.ones([3]), 2), f(tf.ones([3]), 1)]

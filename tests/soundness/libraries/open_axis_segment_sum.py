# observed: raises
# function: f
import tensorflow as tf

def f(x, s):
    y = tf.math.segment_sum(x, s)
    return y / y.shape[0]
RESULT = [f(tf.ones([3]), tf.constant([0, 0, 1])), f(tf.ones([3]), tf.constant([0, 1, 2]))]

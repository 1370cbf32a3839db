# observed: same
# function: f
import tensorflow as tf

def f(x, s):
    y = tf.math.unsorted_segment_sum(x, s, 3)
    return y / y.shape[0]
RESULT = [f(tf.ones([3]), tf.constant([0, 0, 1])), f(tf.ones([3]), tf.constant([0, 1, 2]))]

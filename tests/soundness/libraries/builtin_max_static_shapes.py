# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    n = max(a.shape[0], b.shape[0])
    return tf.reduce_sum(a) + tf.reduce_sum(b) + float(n)
RESULT = [f(tf.ones([2]), tf.ones([3])), f(tf.ones([4]), tf.ones([3]))]

# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = tf.boolean_mask(x, x[:, 0] > 0)
    return tf.reduce_sum(y) / y.shape[1]
RESULT = [f(tf.ones([3, 2])), f(tf.ones([2, 2]))]

# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    if y.shape == x.shape:
        return tf.reduce_sum(y)
    return tf.reduce_mean(y) * 3.
RESULT = [f(tf.ones([4]), tf.ones([4])), f(tf.constant([1., -1.]), tf.ones([3]))]

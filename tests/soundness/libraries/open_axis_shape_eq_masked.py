# observed: differs
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    if y.shape == x.shape:
        return tf.reduce_sum(y)
    return tf.reduce_mean(y) * 3.
RESULT = [f(tf.ones([4])), f(tf.constant([1., -1.]))]

# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = tf.reduce_sum(x[x > 0], keepdims=True)
    return y / y.shape[0]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]

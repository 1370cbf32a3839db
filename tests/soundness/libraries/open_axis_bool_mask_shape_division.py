# observed: raises
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]

# observed: raises
# function: f
import tensorflow as tf

def mean(t):
    return tf.reduce_sum(t) / t.shape[0]
def f(x):
    return mean(x[x > 0])
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]

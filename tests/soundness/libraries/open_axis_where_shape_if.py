# observed: differs
# function: f
import tensorflow as tf

def f(x):
    idx = tf.where(x > 0)
    if idx.shape[0] == 0:
        return x
    return x * 2.
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([-1., -3.]))]

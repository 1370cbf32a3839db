# observed: same
# function: f
import tensorflow as tf

def f(x):
    idx = tf.where(x > 0)
    if tf.size(idx) == 0:
        return x
    return x * 2.
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([-1., -3.]))]

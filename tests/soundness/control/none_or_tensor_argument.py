# observed: same
# function: f
import tensorflow as tf

def f(x, mask=None):
    if mask is not None:
        x = x * mask
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2]), tf.zeros([2])))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    if not tf.reduce_any(x > 1.):
        return x
    return -x
RESULT = [f(tf.ones([2])), f(tf.ones([2]) * 2.)]

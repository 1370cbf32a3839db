# observed: raises
# function: f
import tensorflow as tf

def f(x):
    mask = None if tf.reduce_sum(x) > 3.0 else x
    if mask is None:
        return x
    return mask * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([20])))

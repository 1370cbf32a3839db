# observed: same
# function: rest_raise_static
import tensorflow as tf

def rest_raise_static(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    if x.shape[0] == 7:
        raise ValueError('a')
    return x

RESULT = (rest_raise_static(tf.constant([3.0, 2.0])), rest_raise_static(tf.constant([0.25, 0.25])))

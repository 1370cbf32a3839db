# observed: same
# function: rest_static_if_only
import tensorflow as tf

def rest_static_if_only(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    if x.shape[0] == 2:
        return x

RESULT = (rest_static_if_only(tf.constant([3.0, 2.0])), rest_static_if_only(tf.constant([0.25, 0.25])))

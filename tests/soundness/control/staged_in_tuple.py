# observed: raises
# function: staged_in_tuple
import tensorflow as tf

def staged_in_tuple(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x if n in (2, 3) else x * 2.0

RESULT = (staged_in_tuple(tf.constant([3.0, 2.0])), staged_in_tuple(tf.constant([0.25, 0.25])))

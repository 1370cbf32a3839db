# observed: raises
# function: staged_dict_key
import tensorflow as tf

def staged_dict_key(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x * {1: 1.0, 2: 5.0}[n]

RESULT = (staged_dict_key(tf.constant([3.0, 2.0])), staged_dict_key(tf.constant([0.25, 0.25])))

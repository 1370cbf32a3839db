# observed: same
# function: staged_compare_chain
import tensorflow as tf

def staged_compare_chain(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x * 2.0 if 0 < n < 2 else x

RESULT = (staged_compare_chain(tf.constant([3.0, 2.0])), staged_compare_chain(tf.constant([0.25, 0.25])))

# observed: same
# function: helper
import tensorflow as tf

def helper(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    return x * 3.0

RESULT = (helper(tf.constant([3.0, 2.0])), helper(tf.constant([0.25, 0.25])))

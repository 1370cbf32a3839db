# observed: same
# function: staged_abs
import tensorflow as tf

def staged_abs(x):
    n = 1.4
    if tf.reduce_sum(x) > 1.0:
        n = -2.6
    return x * abs(n)

RESULT = (staged_abs(tf.constant([3.0, 2.0])), staged_abs(tf.constant([0.25, 0.25])))

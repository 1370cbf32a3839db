# observed: same
# function: staged_float
import tensorflow as tf

def staged_float(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x * float(n)

RESULT = (staged_float(tf.constant([3.0, 2.0])), staged_float(tf.constant([0.25, 0.25])))

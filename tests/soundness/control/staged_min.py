# observed: raises
# function: staged_min
import tensorflow as tf

def staged_min(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x * float(min(n, 3))

RESULT = (staged_min(tf.constant([3.0, 2.0])), staged_min(tf.constant([0.25, 0.25])))

# observed: raises
# function: staged_not_int
import tensorflow as tf

def staged_not_int(x):
    n = 0
    if tf.reduce_sum(x) > 1.0:
        n = 4
    if not n:
        x = x * 2.0
    return x

RESULT = (staged_not_int(tf.constant([3.0, 2.0])), staged_not_int(tf.constant([0.25, 0.25])))

# observed: raises
# function: staged_int_truth
import tensorflow as tf

def staged_int_truth(x):
    n = 0
    if tf.reduce_sum(x) > 1.0:
        n = 4
    if n:
        x = x * 2.0
    return x

RESULT = (staged_int_truth(tf.constant([3.0, 2.0])), staged_int_truth(tf.constant([0.25, 0.25])))

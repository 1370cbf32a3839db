# observed: raises
# function: staged_list_repeat
import tensorflow as tf

def staged_list_repeat(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.constant([1.0] * n)) * x

RESULT = (staged_list_repeat(tf.constant([3.0, 2.0])), staged_list_repeat(tf.constant([0.25, 0.25])))

# observed: raises
# function: staged_str_repeat
import tensorflow as tf

def staged_str_repeat(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    with tf.name_scope('a' * n):
        return x * 2.0

RESULT = (staged_str_repeat(tf.constant([3.0, 2.0])), staged_str_repeat(tf.constant([0.25, 0.25])))

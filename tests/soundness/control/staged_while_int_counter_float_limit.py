# observed: same
# function: while_int_counter_float_limit
import tensorflow as tf

def while_int_counter_float_limit(x):
    i = 0
    while tf.cast(i, tf.float32) < tf.reduce_sum(x):
        i += 1
    return x * tf.cast(i, tf.float32)

RESULT = (while_int_counter_float_limit(tf.constant([3.0, 2.0])), while_int_counter_float_limit(tf.constant([0.25, 0.25])))

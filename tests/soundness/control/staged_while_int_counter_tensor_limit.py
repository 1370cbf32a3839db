# observed: type-only
# function: while_int_counter_tensor_limit
import tensorflow as tf

def while_int_counter_tensor_limit(x):
    i = 0
    while i < tf.cast(tf.reduce_sum(x), tf.int32):
        i += 1
    return i * 2

RESULT = (while_int_counter_tensor_limit(tf.constant([3.0, 2.0])), while_int_counter_tensor_limit(tf.constant([0.25, 0.25])))

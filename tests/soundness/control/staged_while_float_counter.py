# observed: type-only
# function: while_float_counter
import tensorflow as tf

def while_float_counter(x):
    i = 0.0
    while i < tf.reduce_sum(x):
        i += 1.0
    return i

RESULT = (while_float_counter(tf.constant([3.0, 2.0])), while_float_counter(tf.constant([0.25, 0.25])))

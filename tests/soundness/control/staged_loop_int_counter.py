# observed: same
# function: loop_int_counter
import tensorflow as tf

def loop_int_counter(x):
    k = 0
    while tf.reduce_sum(x) < 100.0:
        x = x * 2.0
        k = k + 1
    return x * tf.cast(k, tf.float32)

RESULT = (loop_int_counter(tf.constant([3.0, 2.0])), loop_int_counter(tf.constant([0.25, 0.25])))

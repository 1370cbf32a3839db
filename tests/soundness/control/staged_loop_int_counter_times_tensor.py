# observed: raises
# function: loop_int_counter_times_tensor
import tensorflow as tf

def loop_int_counter_times_tensor(x):
    k = 0
    while tf.reduce_sum(x) < 100.0:
        x = x * 2.0
        k = k + 1
    return x * k

RESULT = (loop_int_counter_times_tensor(tf.constant([3.0, 2.0])), loop_int_counter_times_tensor(tf.constant([0.25, 0.25])))

# observed: both-raise-other-type
# function: loop_target_int_times
import tensorflow as tf

def loop_target_int_times(x):
    t = tf.constant(0.0)
    for i in tf.range(3):
        t = t + i
    return t

RESULT = (loop_target_int_times(tf.constant([3.0, 2.0])), loop_target_int_times(tf.constant([0.25, 0.25])))

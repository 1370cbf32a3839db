# observed: both-raise
# function: loop_target_range_tensor
import tensorflow as tf

def loop_target_range_tensor(x):
    t = tf.constant(0.0)
    for i in range(tf.constant(3)):
        t = t + x[i] * 2.0
    return t

RESULT = (loop_target_range_tensor(tf.constant([3.0, 2.0])), loop_target_range_tensor(tf.constant([0.25, 0.25])))

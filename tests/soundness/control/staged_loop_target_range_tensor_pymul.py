# observed: raises
# function: loop_target_range_tensor_pymul
import tensorflow as tf

def loop_target_range_tensor_pymul(x):
    t = tf.constant(0.0)
    for i in range(tf.constant(2)):
        t = t + i
    return t

RESULT = (loop_target_range_tensor_pymul(tf.constant([3.0, 2.0])), loop_target_range_tensor_pymul(tf.constant([0.25, 0.25])))

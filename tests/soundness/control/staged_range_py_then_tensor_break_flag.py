# observed: same
# function: range_py_then_tensor_break_flag
import tensorflow as tf

def range_py_then_tensor_break_flag(x):
    done = tf.constant(False)
    for i in range(3):
        if not done:
            x = x * 2.0
            done = tf.reduce_sum(x) > 5.0
    return x

RESULT = (range_py_then_tensor_break_flag(tf.constant([3.0, 2.0])), range_py_then_tensor_break_flag(tf.constant([0.25, 0.25])))

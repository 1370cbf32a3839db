# observed: raises
# function: and_python_right
import tensorflow as tf

def and_python_right(x):
    if tf.reduce_sum(x) > 1.0 and [1]:
        x = x * 2.0
    return x

RESULT = (and_python_right(tf.constant([3.0, 2.0])), and_python_right(tf.constant([0.25, 0.25])))

# observed: same
# function: while_tensor_and_py
import tensorflow as tf

def while_tensor_and_py(x):
    i = 0
    y = x
    while tf.reduce_sum(y) < 50.0 and i < 3:
        y = y * 2.0
        i += 1
    return y

RESULT = (while_tensor_and_py(tf.constant([3.0, 2.0])), while_tensor_and_py(tf.constant([0.25, 0.25])))

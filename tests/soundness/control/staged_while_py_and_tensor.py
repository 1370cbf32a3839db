# observed: same
# function: while_py_and_tensor
import tensorflow as tf

def while_py_and_tensor(x):
    i = 0
    y = x
    while i < 3 and tf.reduce_sum(y) < 50.0:
        y = y * 2.0
        i += 1
    return y

RESULT = (while_py_and_tensor(tf.constant([3.0, 2.0])), while_py_and_tensor(tf.constant([0.25, 0.25])))

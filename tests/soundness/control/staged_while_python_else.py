# observed: same
# function: while_python_else
import tensorflow as tf

def while_python_else(x):
    i = 0
    while i < 2:
        x = x * 2.0
        i += 1
    else:
        x = x + 1.0
    return x

RESULT = (while_python_else(tf.constant([3.0, 2.0])), while_python_else(tf.constant([0.25, 0.25])))

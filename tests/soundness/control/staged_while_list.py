# observed: same
# function: while_list
import tensorflow as tf

def while_list(x):
    l = [1.0, 2.0, 3.0]
    while l:
        x = x + l.pop()
    return x

RESULT = (while_list(tf.constant([3.0, 2.0])), while_list(tf.constant([0.25, 0.25])))

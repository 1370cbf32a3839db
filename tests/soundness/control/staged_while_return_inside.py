# observed: raises
# function: while_return_inside
import tensorflow as tf

def while_return_inside(x):
    while tf.reduce_sum(x) < 50.0:
        x = x * 2.0
        if tf.reduce_max(x) > 10.0:
            return x * 0.0
    return x

RESULT = (while_return_inside(tf.constant([3.0, 2.0])), while_return_inside(tf.constant([0.25, 0.25])))

# observed: same
# function: return_shape_differs
import tensorflow as tf

def return_shape_differs(x):
    if tf.reduce_sum(x) > 1.0:
        return x
    return tf.reduce_sum(x)

RESULT = (return_shape_differs(tf.constant([3.0, 2.0])), return_shape_differs(tf.constant([0.25, 0.25])))

# observed: raises
# function: return_none_else_none
import tensorflow as tf

def return_none_else_none(x):
    if tf.reduce_sum(x) > 1.0:
        return None
    else:
        return None

RESULT = (return_none_else_none(tf.constant([3.0, 2.0])), return_none_else_none(tf.constant([0.25, 0.25])))

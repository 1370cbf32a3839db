# observed: raises
# function: return_tuple_none
import tensorflow as tf

def return_tuple_none(x):
    if tf.reduce_sum(x) > 1.0:
        return (x, None)
    return (x * 2.0, None)

RESULT = (return_tuple_none(tf.constant([3.0, 2.0])), return_tuple_none(tf.constant([0.25, 0.25])))

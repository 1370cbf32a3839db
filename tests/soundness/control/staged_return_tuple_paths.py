# observed: type-only
# function: return_tuple_paths
import tensorflow as tf

def return_tuple_paths(x):
    if tf.reduce_sum(x) > 1.0:
        return (x, 1.0)
    return (x * 2.0, 2.0)

RESULT = (return_tuple_paths(tf.constant([3.0, 2.0])), return_tuple_paths(tf.constant([0.25, 0.25])))

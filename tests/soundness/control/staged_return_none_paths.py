# observed: raises
# function: return_none_paths
import tensorflow as tf

def return_none_paths(x):
    if tf.reduce_sum(x) > 1.0:
        return None
    return None

RESULT = (return_none_paths(tf.constant([3.0, 2.0])), return_none_paths(tf.constant([0.25, 0.25])))

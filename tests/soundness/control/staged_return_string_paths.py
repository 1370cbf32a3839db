# observed: type-only
# function: return_string_paths
import tensorflow as tf

def return_string_paths(x):
    if tf.reduce_sum(x) > 1.0:
        return 'a'
    return 'b'

RESULT = (return_string_paths(tf.constant([3.0, 2.0])), return_string_paths(tf.constant([0.25, 0.25])))

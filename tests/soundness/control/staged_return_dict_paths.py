# observed: same
# function: return_dict_paths
import tensorflow as tf

def return_dict_paths(x):
    if tf.reduce_sum(x) > 1.0:
        return {'a': x}
    return {'a': x * 2.0}

RESULT = (return_dict_paths(tf.constant([3.0, 2.0])), return_dict_paths(tf.constant([0.25, 0.25])))

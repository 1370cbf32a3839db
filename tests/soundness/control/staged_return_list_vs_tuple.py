# observed: raises
# function: return_list_vs_tuple
import tensorflow as tf

def return_list_vs_tuple(x):
    if tf.reduce_sum(x) > 1.0:
        return [x, x]
    return (x, x)

RESULT = (return_list_vs_tuple(tf.constant([3.0, 2.0])), return_list_vs_tuple(tf.constant([0.25, 0.25])))

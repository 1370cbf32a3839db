# observed: type-only
# function: return_int_vs_tensor
import tensorflow as tf

def return_int_vs_tensor(x):
    if tf.reduce_sum(x) > 1.0:
        return 0
    return tf.size(x)

RESULT = (return_int_vs_tensor(tf.constant([3.0, 2.0])), return_int_vs_tensor(tf.constant([0.25, 0.25])))

# observed: type-only
# function: return_true_false
import tensorflow as tf

def return_true_false(x):
    if tf.reduce_sum(x) > 1.0:
        return True
    return False

RESULT = (return_true_false(tf.constant([3.0, 2.0])), return_true_false(tf.constant([0.25, 0.25])))

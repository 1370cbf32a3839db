# observed: differs
# function: return_in_try2
import tensorflow as tf

def return_in_try2(x):
    try:
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
    except ValueError:
        pass
    return x

RESULT = (return_in_try2(tf.constant([3.0, 2.0])), return_in_try2(tf.constant([0.25, 0.25])))

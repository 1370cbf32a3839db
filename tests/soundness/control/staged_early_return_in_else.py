# observed: same
# function: early_return_in_else
import tensorflow as tf

def early_return_in_else(x):
    if tf.reduce_sum(x) > 1.0:
        y = x * 2.0
    else:
        return x
    return y + 1.0

RESULT = (early_return_in_else(tf.constant([3.0, 2.0])), early_return_in_else(tf.constant([0.25, 0.25])))

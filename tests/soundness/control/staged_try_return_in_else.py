# observed: raises
# function: try_return_in_else
import tensorflow as tf

def try_return_in_else(x):
    try:
        y = x * 1.0
    except ValueError:
        return x
    else:
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
    return y

RESULT = (try_return_in_else(tf.constant([3.0, 2.0])), try_return_in_else(tf.constant([0.25, 0.25])))

# observed: raises
# function: try_return_else
import tensorflow as tf

def try_return_else(x):
    try:
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
        else:
            y = x * 3.0
    except ValueError:
        y = x
    return y

RESULT = (try_return_else(tf.constant([3.0, 2.0])), try_return_else(tf.constant([0.25, 0.25])))

# observed: same
# function: try_both_return
import tensorflow as tf

def try_both_return(x):
    try:
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
        else:
            return x * 3.0
    except ValueError:
        return x

RESULT = (try_both_return(tf.constant([3.0, 2.0])), try_both_return(tf.constant([0.25, 0.25])))

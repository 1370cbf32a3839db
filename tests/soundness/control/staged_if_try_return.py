# observed: raises
# function: if_try_return
import tensorflow as tf

def if_try_return(x):
    if tf.reduce_sum(x) > 1.0:
        try:
            return x * 2.0
        except ValueError:
            pass
    return x

RESULT = (if_try_return(tf.constant([3.0, 2.0])), if_try_return(tf.constant([0.25, 0.25])))

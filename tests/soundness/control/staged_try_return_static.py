# observed: same
# function: try_return_static
import tensorflow as tf

def try_return_static(x):
    try:
        if x.shape[0] == 2:
            return x * 2.0
    except ValueError:
        pass
    return x

RESULT = (try_return_static(tf.constant([3.0, 2.0])), try_return_static(tf.constant([0.25, 0.25])))

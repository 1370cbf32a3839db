# observed: same
# function: nested_try
import tensorflow as tf

def nested_try(x):
    try:
        try:
            if tf.reduce_sum(x) > 1.0:
                return x * 2.0
            return x * 5.0
        except KeyError:
            pass
    except ValueError:
        pass
    return x

RESULT = (nested_try(tf.constant([3.0, 2.0])), nested_try(tf.constant([0.25, 0.25])))

# observed: same
# function: rest_try_finally
import tensorflow as tf

def rest_try_finally(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    try:
        return x
    finally:
        pass

RESULT = (rest_try_finally(tf.constant([3.0, 2.0])), rest_try_finally(tf.constant([0.25, 0.25])))

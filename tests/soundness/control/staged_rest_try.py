# observed: same
# function: rest_try
import tensorflow as tf

def rest_try(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    try:
        return x
    except ValueError:
        return x * 3.0

RESULT = (rest_try(tf.constant([3.0, 2.0])), rest_try(tf.constant([0.25, 0.25])))

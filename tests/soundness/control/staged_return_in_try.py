# observed: same
# function: return_in_try
import tensorflow as tf

def return_in_try(x):
    try:
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
        return x
    finally:
        pass

RESULT = (return_in_try(tf.constant([3.0, 2.0])), return_in_try(tf.constant([0.25, 0.25])))

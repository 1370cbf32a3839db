# observed: same
# function: staged_bool_float
import tensorflow as tf

def staged_bool_float(x):
    b = False
    if tf.reduce_sum(x) > 1.0:
        b = True
    return x * float(b)

RESULT = (staged_bool_float(tf.constant([3.0, 2.0])), staged_bool_float(tf.constant([0.25, 0.25])))

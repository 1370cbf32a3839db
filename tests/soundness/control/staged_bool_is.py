# observed: differs
# function: staged_bool_is
import tensorflow as tf

def staged_bool_is(x):
    b = False
    if tf.reduce_sum(x) > 1.0:
        b = True
    if b is True:
        x = x * 2.0
    return x

RESULT = (staged_bool_is(tf.constant([3.0, 2.0])), staged_bool_is(tf.constant([0.25, 0.25])))

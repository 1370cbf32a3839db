# observed: same
# function: eq_none
import tensorflow as tf

def eq_none(x):
    if x == None:
        x = x * 2.0
    return x

RESULT = (eq_none(tf.constant([3.0, 2.0])), eq_none(tf.constant([0.25, 0.25])))

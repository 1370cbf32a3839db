# observed: same
# function: not_in_ternary
import tensorflow as tf

def not_in_ternary(x):
    return x * 2.0 if not x[0] > 1.0 else x

RESULT = (not_in_ternary(tf.constant([3.0, 2.0])), not_in_ternary(tf.constant([0.25, 0.25])))

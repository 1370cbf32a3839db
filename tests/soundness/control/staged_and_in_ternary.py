# observed: same
# function: and_in_ternary
import tensorflow as tf

def and_in_ternary(x):
    return x * 2.0 if x[0] > 1.0 and x[1] > 1.0 else x

RESULT = (and_in_ternary(tf.constant([3.0, 2.0])), and_in_ternary(tf.constant([0.25, 0.25])))

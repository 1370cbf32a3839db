# observed: same
# function: chained_in_ternary
import tensorflow as tf

def chained_in_ternary(x):
    return x if 0.0 < x[0] < 5.0 else x * 2.0

RESULT = (chained_in_ternary(tf.constant([3.0, 2.0])), chained_in_ternary(tf.constant([0.25, 0.25])))

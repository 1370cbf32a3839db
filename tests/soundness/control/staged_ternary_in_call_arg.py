# observed: both-raise
# function: ternary_in_call_arg
import tensorflow as tf

def ternary_in_call_arg(x):
    return helper(x if x[0] > 1.0 else x * 2.0)

RESULT = (ternary_in_call_arg(tf.constant([3.0, 2.0])), ternary_in_call_arg(tf.constant([0.25, 0.25])))

# observed: both-raise
# function: call_in_ternary
import tensorflow as tf

def call_in_ternary(x):
    return helper(x) if x.shape[0] == 2 else x

RESULT = (call_in_ternary(tf.constant([3.0, 2.0])), call_in_ternary(tf.constant([0.25, 0.25])))

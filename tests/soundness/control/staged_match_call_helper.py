# observed: both-raise
# function: match_call_helper
import tensorflow as tf

def match_call_helper(x):
    match x.shape[0]:
        case 2:
            y = helper(x)
        case _:
            y = x
    return y

RESULT = (match_call_helper(tf.constant([3.0, 2.0])), match_call_helper(tf.constant([0.25, 0.25])))

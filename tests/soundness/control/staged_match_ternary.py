# observed: raises
# function: match_ternary
import tensorflow as tf

def match_ternary(x):
    match x.shape[0]:
        case 2:
            y = x if tf.reduce_sum(x) > 1.0 else x * 2.0
    return y

RESULT = (match_ternary(tf.constant([3.0, 2.0])), match_ternary(tf.constant([0.25, 0.25])))

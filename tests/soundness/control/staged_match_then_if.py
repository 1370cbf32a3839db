# observed: raises
# function: match_then_if
import tensorflow as tf

def match_then_if(x):
    match x.shape[0]:
        case 2:
            y = x * 2.0
        case _:
            y = x
    if tf.reduce_sum(x) > 1.0:
        y = y * 3.0
    return y

RESULT = (match_then_if(tf.constant([3.0, 2.0])), match_then_if(tf.constant([0.25, 0.25])))

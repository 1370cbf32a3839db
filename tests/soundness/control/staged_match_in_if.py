# observed: raises
# function: match_in_if
import tensorflow as tf

def match_in_if(x):
    if tf.reduce_sum(x) > 1.0:
        match x.shape[0]:
            case 2:
                y = x * 2.0
            case _:
                y = x
    else:
        y = x * 3.0
    return y

RESULT = (match_in_if(tf.constant([3.0, 2.0])), match_in_if(tf.constant([0.25, 0.25])))

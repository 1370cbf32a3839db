# observed: raises
# function: match_not
import tensorflow as tf

def match_not(x):
    match x.shape[0]:
        case 2:
            y = not x[0] > 1.0
    return y

RESULT = (match_not(tf.constant([3.0, 2.0])), match_not(tf.constant([0.25, 0.25])))

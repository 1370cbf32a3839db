# observed: same
# function: match_and
import tensorflow as tf

def match_and(x):
    match x.shape[0]:
        case 2:
            y = tf.logical_and(x[0] > 1.0, x[1] > 1.0)
    return y

RESULT = (match_and(tf.constant([3.0, 2.0])), match_and(tf.constant([0.25, 0.25])))

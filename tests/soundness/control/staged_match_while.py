# observed: raises
# function: match_while
import tensorflow as tf

def match_while(x):
    match x.shape[0]:
        case 2:
            while tf.reduce_sum(x) < 50.0:
                x = x * 2.0
    return x

RESULT = (match_while(tf.constant([3.0, 2.0])), match_while(tf.constant([0.25, 0.25])))

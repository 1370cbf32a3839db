# observed: raises
# function: match_case_return
import tensorflow as tf

def match_case_return(x):
    match x.shape[0]:
        case 2:
            if tf.reduce_sum(x) > 1.0:
                return x * 2.0
            return x
    return x * 3.0

RESULT = (match_case_return(tf.constant([3.0, 2.0])), match_case_return(tf.constant([0.25, 0.25])))

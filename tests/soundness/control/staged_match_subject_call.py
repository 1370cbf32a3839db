# observed: raises
# function: match_subject_call
import tensorflow as tf

def match_subject_call(x):
    match len(x.shape):
        case 1:
            if tf.reduce_sum(x) > 1.0:
                x = x * 2.0
    return x

RESULT = (match_subject_call(tf.constant([3.0, 2.0])), match_subject_call(tf.constant([0.25, 0.25])))

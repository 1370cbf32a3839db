# observed: raises
# function: match_tuple_subject
import tensorflow as tf

def match_tuple_subject(x):
    match (x.shape[0], 'a'):
        case [2, 'a']:
            y = x * 2.0
        case _:
            y = x
    if tf.reduce_sum(x) > 1.0:
        y = y * 3.0
    return y

RESULT = (match_tuple_subject(tf.constant([3.0, 2.0])), match_tuple_subject(tf.constant([0.25, 0.25])))

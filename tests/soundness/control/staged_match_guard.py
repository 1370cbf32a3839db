# observed: same
# function: match_guard
import tensorflow as tf

def match_guard(x):
    match x.shape[0]:
        case n if n > 1:
            y = x * 2.0
        case _:
            y = x
    return y

RESULT = (match_guard(tf.constant([3.0, 2.0])), match_guard(tf.constant([0.25, 0.25])))

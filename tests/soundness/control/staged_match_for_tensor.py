# observed: raises
# function: match_for_tensor
import tensorflow as tf

def match_for_tensor(x):
    t = tf.constant(0.0)
    match x.shape[0]:
        case 2:
            for v in x:
                t = t + v
    return t

RESULT = (match_for_tensor(tf.constant([3.0, 2.0])), match_for_tensor(tf.constant([0.25, 0.25])))

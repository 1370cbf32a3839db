# observed: same
# function: continue_then_dict
import tensorflow as tf

def continue_then_dict(x):
    d = {'n': 0.0}
    for i in range(2):
        if x[i] > 1.0:
            continue
        d['n'] = d['n'] + 1.0
    return x * d['n']

RESULT = (continue_then_dict(tf.constant([3.0, 2.0])), continue_then_dict(tf.constant([0.25, 0.25])))

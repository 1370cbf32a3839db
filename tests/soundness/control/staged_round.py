# observed: raises
# function: staged_round
import tensorflow as tf

def staged_round(x):
    n = 1.4
    if tf.reduce_sum(x) > 1.0:
        n = 2.6
    return x * round(n)

RESULT = (staged_round(tf.constant([3.0, 2.0])), staged_round(tf.constant([0.25, 0.25])))

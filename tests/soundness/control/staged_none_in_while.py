# observed: same
# function: none_in_while
import tensorflow as tf

def none_in_while(x):
    prev = None
    while tf.reduce_sum(x) < 50.0:
        prev = x
        x = x * 2.0
    return x if prev is None else prev

RESULT = (none_in_while(tf.constant([3.0, 2.0])), none_in_while(tf.constant([0.25, 0.25])))

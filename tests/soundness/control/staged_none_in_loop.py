# observed: same
# function: none_in_loop
import tensorflow as tf

def none_in_loop(x):
    prev = None
    for v in x:
        prev = v
    return prev

RESULT = (none_in_loop(tf.constant([3.0, 2.0])), none_in_loop(tf.constant([0.25, 0.25])))

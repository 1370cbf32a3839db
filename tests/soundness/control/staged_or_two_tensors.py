# observed: same
# function: or_two_tensors
import tensorflow as tf

def or_two_tensors(x):
    return x[0] > 1.0 or x[1] > 1.0

RESULT = (or_two_tensors(tf.constant([3.0, 2.0])), or_two_tensors(tf.constant([0.25, 0.25])))

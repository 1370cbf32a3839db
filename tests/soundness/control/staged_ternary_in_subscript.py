# observed: same
# function: ternary_in_subscript
import tensorflow as tf

def ternary_in_subscript(x):
    return x[1 if x.shape[0] == 2 else 0]

RESULT = (ternary_in_subscript(tf.constant([3.0, 2.0])), ternary_in_subscript(tf.constant([0.25, 0.25])))

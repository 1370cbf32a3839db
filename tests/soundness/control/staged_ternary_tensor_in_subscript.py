# observed: same
# function: ternary_tensor_in_subscript
import tensorflow as tf

def ternary_tensor_in_subscript(x):
    return x[1 if x[0] > 1.0 else 0]

RESULT = (ternary_tensor_in_subscript(tf.constant([3.0, 2.0])), ternary_tensor_in_subscript(tf.constant([0.25, 0.25])))

# observed: same
# function: ternary_in_binop
import tensorflow as tf

def ternary_in_binop(x):
    return x + (x if x[0] > 1.0 else x * 2.0)

RESULT = (ternary_in_binop(tf.constant([3.0, 2.0])), ternary_in_binop(tf.constant([0.25, 0.25])))

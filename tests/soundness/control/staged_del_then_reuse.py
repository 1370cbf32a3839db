# observed: same
# function: del_then_reuse
import tensorflow as tf

def del_then_reuse(x):
    y = x * 2.0
    del y
    y = x * 3.0
    return y

RESULT = (del_then_reuse(tf.constant([3.0, 2.0])), del_then_reuse(tf.constant([0.25, 0.25])))

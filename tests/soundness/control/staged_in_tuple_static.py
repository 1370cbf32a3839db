# observed: same
# function: in_tuple_static
import tensorflow as tf

def in_tuple_static(x):
    if x.dtype in (tf.float32, tf.float64):
        x = x * 2.0
    return x

RESULT = (in_tuple_static(tf.constant([3.0, 2.0])), in_tuple_static(tf.constant([0.25, 0.25])))

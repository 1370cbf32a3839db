# observed: same
# function: is_none_after
import tensorflow as tf

def is_none_after(x):
    y = x
    if tf.reduce_sum(x) > 1.0:
        y = x * 2.0
    if y is not None:
        y = y + 1.0
    return y

RESULT = (is_none_after(tf.constant([3.0, 2.0])), is_none_after(tf.constant([0.25, 0.25])))

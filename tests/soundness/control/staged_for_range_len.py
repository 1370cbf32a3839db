# observed: same
# function: for_range_len
import tensorflow as tf

def for_range_len(x):
    t = tf.constant(0.0)
    for i in range(len(x)):
        t = t + x[i]
    return t

RESULT = (for_range_len(tf.constant([3.0, 2.0])), for_range_len(tf.constant([0.25, 0.25])))

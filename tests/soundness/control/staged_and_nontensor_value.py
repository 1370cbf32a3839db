# observed: raises
# function: and_nontensor_value
import tensorflow as tf

def and_nontensor_value(x):
    y = tf.reduce_sum(x) > 1.0 and 3.0
    return x * tf.cast(y, tf.float32)

RESULT = (and_nontensor_value(tf.constant([3.0, 2.0])), and_nontensor_value(tf.constant([0.25, 0.25])))

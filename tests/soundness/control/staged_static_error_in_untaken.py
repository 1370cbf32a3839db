# observed: raises
# function: static_error_in_untaken
import tensorflow as tf

def static_error_in_untaken(x):
    if tf.reduce_sum(x) > 100.0:
        x = tf.reshape(x, [7])
    return x

RESULT = (static_error_in_untaken(tf.constant([3.0, 2.0])), static_error_in_untaken(tf.constant([0.25, 0.25])))

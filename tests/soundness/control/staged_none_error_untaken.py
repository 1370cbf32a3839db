# observed: raises
# function: none_error_untaken
import tensorflow as tf

def none_error_untaken(x):
    m = None
    if tf.reduce_sum(x) > 100.0:
        x = x * m
    return x

RESULT = (none_error_untaken(tf.constant([3.0, 2.0])), none_error_untaken(tf.constant([0.25, 0.25])))

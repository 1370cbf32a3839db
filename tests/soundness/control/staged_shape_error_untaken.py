# observed: raises
# function: shape_error_untaken
import tensorflow as tf

def shape_error_untaken(x):
    if tf.reduce_sum(x) > 100.0:
        x = x + tf.ones([3])
    return x

RESULT = (shape_error_untaken(tf.constant([3.0, 2.0])), shape_error_untaken(tf.constant([0.25, 0.25])))

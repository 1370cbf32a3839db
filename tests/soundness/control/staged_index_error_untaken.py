# observed: raises
# function: index_error_untaken
import tensorflow as tf

def index_error_untaken(x):
    l = [1.0]
    if tf.reduce_sum(x) > 100.0:
        x = x * l[3]
    return x

RESULT = (index_error_untaken(tf.constant([3.0, 2.0])), index_error_untaken(tf.constant([0.25, 0.25])))

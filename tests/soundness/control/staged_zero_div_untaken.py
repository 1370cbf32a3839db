# observed: raises
# function: zero_div_untaken
import tensorflow as tf

def zero_div_untaken(x):
    n = 0
    if tf.reduce_sum(x) > 100.0:
        x = x * (1 / n)
    return x

RESULT = (zero_div_untaken(tf.constant([3.0, 2.0])), zero_div_untaken(tf.constant([0.25, 0.25])))

# observed: raises
# function: grown
import tensorflow as tf


def grown(x, times):
    if tf.reduce_sum(x) > 1.0:
        y = grown(x * 0.5, times + 1)
    else:
        y = x
    return y


RESULT = [grown(tf.constant([8.0]), 0), grown(tf.constant([4.0]), 0)]

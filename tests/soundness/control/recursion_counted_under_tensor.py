# observed: same
# function: grown
import tensorflow as tf


def grown(x, times):
    if times == 0:
        return x
    if tf.reduce_sum(x) > 1.0:
        y = grown(x * 0.5, times - 1)
    else:
        y = grown(x + 1.0, times - 1)
    return y


RESULT = [grown(tf.constant([8.0]), 3), grown(tf.constant([0.25]), 3)]

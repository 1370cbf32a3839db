# observed: raises
# function: halved
import tensorflow as tf


def sometimes(function, x):
    return tf.cond(tf.reduce_sum(x) > 1.0, lambda: function(x), lambda: x)


def halved(x):
    return sometimes(lambda y: halved(y * 0.5), x)


RESULT = [halved(tf.constant([8.0])), halved(tf.constant([4.0]))]

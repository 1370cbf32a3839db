# observed: same
# function: jitter
import functools

import tensorflow as tf


def sometimes(function, x):
    return tf.cond(tf.reduce_max(x) < 100.0, lambda: function(x), lambda: x)


def brighter(x, by):
    return x + by


def jitter(x):
    def both(x):
        x = sometimes(functools.partial(brighter, by=1.0), x)
        return sometimes(tf.abs, x)

    return sometimes(both, x)


RESULT = [jitter(tf.constant([1.0, -4.0])), jitter(tf.constant([2.0, -8.0]))]

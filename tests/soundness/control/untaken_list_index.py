# observed: raises
# function: f
import tensorflow as tf


def f(xs, x):
    if tf.reduce_sum(x) > 100.0:
        return xs[2]
    return xs[0]


RESULT = [f([x, x], x) for x in (tf.constant([1.0, 2.0]), tf.constant([1.0, 3.0]))]

# observed: raises
# function: f
import tensorflow as tf


def f(xs):
    if any(tf.reduce_max(x) > 1.0 for x in xs):
        return tf.constant(1.0)
    return tf.constant(0.0)


RESULT = f([tf.constant([1.0]), tf.constant([3.0])])

# observed: raises
# function: f
import tensorflow as tf

def half(x):
    return tf.cond(tf.reduce_sum(x) > 1.0, lambda: half(x / 2.0), lambda: x)


def f(x):
    return half(x)


RESULT = f(tf.constant([8.0]))

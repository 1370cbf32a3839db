# observed: differs
# function: f
import tensorflow as tf


def f(x):
    prev = None
    s = tf.constant(0.0)
    for v in x:
        if isinstance(prev, tf.Tensor):
            s += v - prev
        prev = v
    return s


RESULT = [f(tf.constant([1.0, 3.0, 2.0]))]

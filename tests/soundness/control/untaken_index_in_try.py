# observed: same
# function: f
import tensorflow as tf


def f(x):
    if tf.size(x) > 2:
        try:
            y = x[2]
        except Exception:
            y = x[1]
    else:
        y = x[0]
    return y


RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([1.0, 2.0, 3.0]))]

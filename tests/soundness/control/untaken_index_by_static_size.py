# observed: same
# function: f
import tensorflow as tf


def f(x):
    if x.shape[0] > 2:
        return x[2]
    return x[0]


RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([1.0, 2.0, 3.0]))]

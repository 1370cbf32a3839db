# observed: same
# function: f
import tensorflow as tf


def f(x, flag):
    if tf.size(x) > 2:
        if flag:
            return x[2]
        return x[1]
    return x[0]


RESULT = [f(tf.constant([1.0, 2.0]), False), f(tf.constant([1.0, 2.0, 3.0]), True)]

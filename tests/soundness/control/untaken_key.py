# observed: raises
# function: f
import tensorflow as tf

table = {"a": 1.0}


def f(x, key):
    if tf.reduce_sum(x) > 100.0:
        return x * table[key]
    return x


RESULT = [f(tf.ones(2), "b")]

# observed: same
# function: f
import tensorflow as tf

def f(x, flag):
    return x * (2.0 if flag else 3.0) if tf.reduce_sum(x) > 1.0 else x


RESULT = (f(tf.ones([2]), True), f(tf.fill([2], 0.25), False))

# observed: raises
# function: f
import tensorflow as tf

def f(x, flag):
    return x if flag else (x * 2.0 if tf.reduce_sum(x) > 1.0 else x * 3.0)


RESULT = (f(tf.ones([2]), True), f(tf.fill([2], 0.25), False))

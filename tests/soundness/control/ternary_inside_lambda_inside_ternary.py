# observed: raises
# function: f
import tensorflow as tf

def f(x, flag):
    act = (lambda v: v if tf.reduce_sum(v) > 1.0 else v * 2.0) if flag else tf.identity
    return act(x)


RESULT = (f(tf.ones([2]), True), f(tf.fill([2], 0.25), True))

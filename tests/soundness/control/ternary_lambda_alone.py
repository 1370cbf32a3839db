# observed: same
# function: f
import tensorflow as tf

def f(x):
    act = lambda v: v if tf.reduce_sum(v) > 1.0 else v * 2.0
    return act(x)


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))

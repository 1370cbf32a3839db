# observed: raises
# function: f
import tensorflow as tf

def helper(x, up=lambda v: v if tf.reduce_sum(v) > 1.0 else -v, down=lambda v: -v if tf.reduce_sum(v) > 1.0 else v):
    return up(x) + down(x) * 2.0


def f(x):
    return helper(x)


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))

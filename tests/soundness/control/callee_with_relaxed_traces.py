# observed: raises
# function: f
import tensorflow as tf


@tf.function(reduce_retracing=True)
def doubled(x):
    y = x
    for _ in tf.range(2):
        y = y * 2.0
    return y


def f(x):
    y = doubled(x)
    return tf.reduce_sum(y) / y.shape[0]


RESULT = (f(tf.ones([2])), f(tf.ones([3])), f(tf.ones([4])))

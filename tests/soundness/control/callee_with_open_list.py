# observed: raises
# function: f
import tensorflow as tf


SPEC = tf.TensorSpec([None], tf.float32)


def doubled(xs):
    y = xs[0]
    for _ in tf.range(2):
        y = y * 2.0
    return y


graph = tf.function(doubled, input_signature=[[SPEC, SPEC]])


def f(x):
    y = graph([x, x])
    return tf.reduce_sum(y) / y.shape[0]


RESULT = (f(tf.ones([2])), f(tf.ones([3])))

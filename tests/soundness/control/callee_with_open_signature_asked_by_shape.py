# observed: same
# function: f
import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def doubled(x):
    return x * 2.0


def f(x):
    y = doubled(x)
    return tf.reduce_sum(y) / tf.cast(tf.shape(y)[0], tf.float32)


RESULT = (f(tf.ones([2])), f(tf.ones([3])))

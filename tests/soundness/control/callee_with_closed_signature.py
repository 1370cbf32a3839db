# observed: same
# function: f
import tensorflow as tf


SIGNATURE = [tf.TensorSpec([3], tf.float32)]


@tf.function(input_signature=SIGNATURE)
def doubled(x):
    return x * 2.0


def f(x):
    y = doubled(x)
    return tf.reduce_sum(y) / y.shape[0]


RESULT = (f(tf.ones([3])), f(tf.zeros([3])))

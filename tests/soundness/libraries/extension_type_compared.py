# observed: same
# function: f
import tensorflow as tf


class Pair(tf.experimental.ExtensionType):
    left: tf.Tensor
    right: tf.Tensor


ONE = Pair([1.0], [2.0])


def f(x):
    return tf.cast(x == ONE, tf.float32) * x.left


RESULT = [f(Pair([1.0], [2.0])), f(Pair([1.0], [3.0]))]

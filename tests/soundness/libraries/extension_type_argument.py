# observed: same
# function: f
import tensorflow as tf


class Masked(tf.experimental.ExtensionType):
    values: tf.Tensor
    mask: tf.Tensor

    def filled(self, other):
        return tf.where(self.mask, self.values, other)


def f(x, delta=1.0):
    return Masked(x.filled(0.0) + delta, tf.logical_not(x.mask))


RESULT = [f(Masked([1.0, 2.0], [True, False])).values, f(Masked([3.0, 4.0], [False, False])).values]

# observed: differs
# function: f
import tensorflow as tf
import keras

keras.utils.set_random_seed(0)


class L(keras.layers.Layer):
    def call(self, x):
        self.add_loss(0.1 * tf.reduce_sum(x))
        return x


l = L()


def f(x):
    return tf.add_n(l.losses) + tf.reduce_sum(x)


l(tf.ones([2]))
a = f(tf.ones([1, 2]))
l(tf.ones([2]) * 3)
RESULT = [a, f(tf.ones([1, 2]) * 2)]

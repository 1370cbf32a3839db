# observed: same
# function: f
import tensorflow as tf
import keras

keras.utils.set_random_seed(0)
m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, kernel_regularizer="l2")])


def f(x):
    return tf.reduce_sum(m(x)) + sum(m.losses)


RESULT = [f(tf.ones([1, 2])), f(tf.ones([1, 2]) * 2)]

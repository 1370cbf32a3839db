# observed: raises
# function: f
import tensorflow as tf
import keras

conv = keras.layers.Conv2D(1, 3, kernel_initializer="ones")
conv.build((None, 8, 8, 1))


def f(x):
    if tf.rank(x) == 4:
        return tf.reduce_sum(conv(x))
    return tf.reduce_sum(x)


RESULT = [f(tf.ones((8, 8))), f(tf.ones((1, 8, 8, 1)))]

# observed: raises
# function: f
import tensorflow as tf
import keras

conv = keras.layers.Conv2D(1, 3, kernel_initializer="ones")
conv.build((None, 8, 8, 3))


def f(img, rgb):
    h = tf.cond(rgb, lambda: tf.reduce_sum(conv(img)), lambda: tf.reduce_sum(img))
    return h


RESULT = [f(tf.ones((1, 8, 8, 3)), tf.constant(True)), f(tf.ones((1, 8, 8, 1)), tf.constant(False))]

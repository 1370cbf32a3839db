# observed: raises
# function: f
import tensorflow as tf
import keras

d = keras.layers.Dense(2)
d.build((None, 3))


def f(x):
    n = tf.shape(x)[1]
    if n == 3:
        return tf.reduce_sum(d(x)) * 0.0
    return tf.reduce_sum(x)


RESULT = [f(tf.ones((1, 2)))]

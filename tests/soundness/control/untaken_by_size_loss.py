# observed: raises
# function: f
import tensorflow as tf
import keras


def f(x, y):
    if tf.shape(x)[0] == tf.shape(y)[0]:
        return keras.losses.MeanSquaredError()(x, y)
    return tf.reduce_sum(x)


RESULT = [f(tf.ones(3), tf.ones(2))]

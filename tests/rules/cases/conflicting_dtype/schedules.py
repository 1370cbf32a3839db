"""Schedules of the program's own: the step is a variable of Keras', which meets a Python float, where a tensor raises."""

import keras
import tensorflow as tf


class Decayed(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 0.1 / (1.0 + step)  # HYB208? of by_decayed  # HYB208? of Decayed.__call__  # HYB208 of Decayed.__call__


class Cast(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 0.1 / (1.0 + tf.cast(step, tf.float32))


w = tf.Variable([1.0, 2.0])
decayed, cast = keras.optimizers.SGD(Decayed()), keras.optimizers.SGD(Cast())


def by_decayed(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w) * x)
    decayed.apply_gradients([(tape.gradient(loss, w), w)])
    return loss


def by_cast(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w) * x)
    cast.apply_gradients([(tape.gradient(loss, w), w)])
    return loss


RESULT = [by_decayed(tf.ones([2])) for _ in range(3)] + [by_cast(tf.ones([2])) for _ in range(3)]

# observed: raises
# function: f
import tensorflow as tf


def f(x):
    return tf.ragged.map_flat_values(lambda v: tf.constant([float(each) for each in v.numpy()]) * 2.0, x)


RESULT = [f(tf.ragged.constant([[1.0, 2.0], [3.0]])), f(tf.ragged.constant([[1.0], [2.0, 3.0]]))]

# observed: raises
# function: f
import tensorflow as tf


def f(x):
    if tf.reduce_sum(x) > 1.0:
        x = x.to_tensor()
    return tf.reduce_sum(x)


RESULT = [f(tf.ragged.constant([[1.0, 2.0], [3.0]])), f(tf.ragged.constant([[0.0], [0.5, 0.0]]))]

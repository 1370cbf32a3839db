# observed: raises
# function: f
import tensorflow as tf


def f(x, op=tf.add):
    return op(x, 1.0)


RESULT = [f(tf.ragged.constant([[1.0, 2.0], [3.0]])), f(tf.ragged.constant([[1.0], [2.0, 3.0]]))]

# observed: raises
# function: f
import tensorflow as tf


def f(x):
    dense = x.to_tensor()
    return tf.zeros([x.shape[0], dense.shape[1]]) + dense


RESULT = [f(tf.ragged.constant([[1.0, 2.0], [3.0]])), f(tf.ragged.constant([[1.0], [2.0, 3.0]]))]

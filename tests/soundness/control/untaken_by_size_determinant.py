# observed: raises
# function: f
import tensorflow as tf


def f(x):
    if tf.shape(x)[0] == tf.shape(x)[1]:
        return tf.linalg.det(x)
    return tf.reduce_sum(x)


RESULT = [f(tf.ones((2, 3))), f(tf.eye(2))]

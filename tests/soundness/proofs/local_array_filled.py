# observed: same
# function: f
import numpy as np
import tensorflow as tf


def f(x):
    weights = np.zeros((3, 3), dtype=np.float32)
    for i in range(3):
        weights[i, i] = 0.5 * i
        weights[0, i] += 1.0
    y = tf.matmul(x, tf.constant(weights))
    return tf.reduce_sum(tf.square(y) + tf.exp(y) + tf.tanh(y) + tf.abs(y))


RESULT = [f(tf.ones([2, 3]) * k) for k in (0.1, 0.2, 0.3)]

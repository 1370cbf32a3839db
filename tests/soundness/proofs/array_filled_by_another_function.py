# observed: same
# function: f
import numpy as np
import tensorflow as tf

times = np.linspace(0.0, 1.0, 4)


def draw(n):
    path = np.zeros((n, 3), dtype=np.float32)
    path[:, 0] = np.ones(n)
    for i in range(2):
        path[:, i + 1] = path[:, i] * 0.5
    return path


def f(x):
    return tf.reduce_sum(tf.square(x) * tf.cast(times[1], tf.float32) + tf.exp(x) + tf.tanh(x)) / tf.cast(times[2], tf.float32)


RESULT = [f(tf.constant(draw(n))) for n in (2, 2, 2)]

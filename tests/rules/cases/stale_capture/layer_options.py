"""An attribute of a layer that a model holds is set between calls: the graph keeps what the model did before."""

import tensorflow as tf

layer = tf.keras.layers.GaussianNoise(0.0)
net = tf.keras.Sequential([layer])
net(tf.ones([1, 3]))


def noisy(x):
    return net(x, training=True)  # HYB303?


RESULT = [noisy(tf.ones([4, 3]))]
layer.stddev = 5.0
RESULT += [noisy(tf.ones([4, 3]))]

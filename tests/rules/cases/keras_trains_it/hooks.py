"""Methods that only Keras calls, and methods that the program calls too."""

import keras
import tensorflow as tf

x = tf.ones([4, 3])


class Scaled(keras.layers.Layer):
    def call(self, inputs):  # HYB411
        return tf.nn.relu(inputs * 2.0) + tf.sin(inputs)

    def scaled(self, inputs):
        return inputs * 3.0


class Looping(keras.layers.Layer):
    def call(self, inputs):
        total = tf.zeros_like(inputs)
        for i in tf.range(10):
            total += inputs * tf.cast(i, tf.float32)
        return total


class Stepping(keras.Model):
    def call(self, inputs):  # HYB411
        return inputs * 2.0

    def train_step(self, data):
        return {"loss": tf.reduce_mean(self(data))}


class Plain(tf.Module):
    def __call__(self, inputs):
        return inputs * 2.0


scaled, looping, stepping, plain = Scaled(), Looping(), Stepping(), Plain()
for _ in range(20):
    scaled(x)
    scaled.scaled(x)
    looping.call(x)
    stepping.train_step(x)
    plain(x)

# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

class L(keras.layers.Layer):
    def call(self, x, training=False):
        if training:
            return x * 2.
        return x
l = L()
def f(x, training):
    return l(x, training=training)
RESULT = [f(tf.ones([2, 2]), tf.constant(True)), f(tf.ones([2, 2]), tf.constant(False))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class R(keras.layers.Layer):
    def call(self, x):
        self.add_loss(0.1 * tf.reduce_sum(x))
        return x
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), R()])
def f(x):
    y = model(x)
    return tf.reduce_sum(y) + sum(model.losses)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]

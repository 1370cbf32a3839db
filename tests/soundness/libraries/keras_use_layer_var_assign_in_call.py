# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class D(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.c = self.add_weight(shape=(), initializer='zeros', trainable=False)
    def call(self, x):
        self.c.assign_add(1.)
        return x * self.c
d = D()
def f(x):
    return d(x)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]

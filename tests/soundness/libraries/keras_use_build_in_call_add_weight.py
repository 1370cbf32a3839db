# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class D(keras.layers.Layer):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def build(self, s):
        self.w = self.add_weight(shape=(s[-1], self.n), initializer='ones')
    def call(self, x):
        return x @ self.w
d = D(2)
def f(x):
    return d(x)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]

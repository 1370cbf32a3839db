# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

class D(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.h = []
    def call(self, x):
        self.h.append(tf.reduce_sum(x))
        return x * 2.
d = D()
def f(x):
    return d(x)
f(tf.ones([2]))
f(tf.ones([2]))
RESULT = len(d.h)

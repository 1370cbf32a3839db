# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class D(keras.layers.Layer):
    def call(self, x):
        if x.shape[-1] == 2:
            return x * 2.
        return x
d = D()
def f(x):
    return d(x)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 3]))]

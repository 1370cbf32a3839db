# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

class M(keras.Model):
    def call(self, x):
        return keras.layers.Dense(4, kernel_initializer='ones')(x)
m = M()
def f(x):
    return m(x)
RESULT = [f(tf.ones([2, 3])), f(tf.ones([2, 3]))]

# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

class T:
    def __init__(self):
        self.model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer='ones')])
    def f(self, x):
        return self.model(x)
t = T()
a = t.f(tf.ones([1, 2]))
t.model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer='zeros')])
RESULT = [a, t.f(tf.ones([1, 2]))]

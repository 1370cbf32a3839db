# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.d1 = keras.layers.Dense(4, activation='relu')
        self.calls = 0
    def call(self, x):
        self.calls += 1
        return self.d1(x) * float(self.calls)
m = M()
def f(x):
    return m(x)
RESULT = [f(tf.ones([2, 3])), f(tf.ones([2, 3]))]

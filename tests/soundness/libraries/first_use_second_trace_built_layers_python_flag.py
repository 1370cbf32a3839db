# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

a, b = keras.layers.Dense(2), keras.layers.Dense(2)
a.build((None, 2)); b.build((None, 2))
def f(x, aux):
    y = a(x)
    if aux:
        y = b(y)
    return y
RESULT = [f(tf.ones([1, 2]), False), f(tf.ones([1, 2]), True)]

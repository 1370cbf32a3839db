# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

a = keras.Sequential([keras.layers.Dense(2)])
b = keras.Sequential([keras.layers.Dense(2)])
a.build((None, 2))
b.build((None, 2))
def f(x, aux):
    return b(x) if aux else a(x)
RESULT = [f(tf.ones([1, 2]), False), f(tf.ones([1, 2]), True)]

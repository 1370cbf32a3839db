# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

inp = keras.Input((3,))
shared = keras.layers.Dense(2)
m = keras.Model(inp, shared(inp))
def f(x):
    return m(x) + shared(x)
RESULT = [f(tf.ones([1, 3])), f(tf.zeros([1, 3]))]

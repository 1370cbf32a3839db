# observed: raises
# function: f
from tensorflow import keras

import tensorflow as tf
def f(n):
    inp = keras.Input((4,))
    h = keras.layers.Dense(n)(inp)
    return keras.Model(inp, h)
a, b = f(2), f(3)
RESULT = [a.output_shape, b.output_shape]

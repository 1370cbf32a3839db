# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), keras.layers.ReLU(), keras.layers.Dense(1)])
def f(x):
    for layer in model.layers:
        x = layer(x)
        if isinstance(layer, keras.layers.Dense):
            x = x * 2.
    return x
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]

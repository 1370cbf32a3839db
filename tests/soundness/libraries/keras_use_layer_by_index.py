# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), keras.layers.ReLU(), keras.layers.Dense(1)])
def f(x):
    return model.layers[0](x) + 1.
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]

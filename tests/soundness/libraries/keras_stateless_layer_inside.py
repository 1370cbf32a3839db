# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    x = keras.layers.Flatten()(x)
    return keras.layers.ReLU()(x)
RESULT = [f(tf.ones([2, 4, 1])), f(-tf.ones([2, 4, 1]))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

a, b = keras.layers.Dropout(0.5, seed=1), keras.layers.Dropout(0.5, seed=1)
def f(x):
    return a(x, training=True) + b(x, training=True)
RESULT = [f(tf.ones([4])), f(tf.ones([4]))]

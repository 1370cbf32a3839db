# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.Sequential([keras.layers.Dense(2), keras.layers.Dropout(0.5, seed=2)])
def f(x, step):
    return m(x, training=step < 1)
RESULT = [f(tf.ones([2, 2]), 0), f(tf.ones([2, 2]), 1)]

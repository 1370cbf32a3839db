# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.Sequential([keras.layers.Dense(2), keras.layers.Dense(2)])
def f(x, training):
    return m(x, training=training)
RESULT = [f(tf.ones([2, 2]), tf.constant(True)), f(tf.ones([2, 2]), tf.constant(False))]

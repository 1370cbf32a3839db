# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.Sequential([keras.layers.Dense(2), keras.layers.Dropout(0.5, seed=2)])
def f(x, training):
    return m(x, training=training)
RESULT = [f(tf.ones([2, 2]), tf.constant(True)), f(tf.ones([2, 2]), tf.constant(False))]

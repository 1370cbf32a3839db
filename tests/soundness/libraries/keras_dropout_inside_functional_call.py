# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    return keras.layers.Dropout(0.5, seed=1)(x, training=True)
RESULT = [f(tf.ones([2, 4])), f(tf.ones([2, 4]))]

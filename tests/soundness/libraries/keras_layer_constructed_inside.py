# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    return keras.layers.Dense(2, kernel_initializer='ones')(x)
RESULT = [f(tf.ones([2, 4])), f(tf.ones([2, 4]))]

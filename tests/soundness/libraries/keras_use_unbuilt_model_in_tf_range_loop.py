# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.layers.Dense(2, kernel_initializer='ones')
def f(x):
    for i in tf.range(3):
        x = m(x)
    return x
RESULT = [f(tf.ones([2, 2])), f(-tf.ones([2, 2]))]

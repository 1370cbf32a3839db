# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer='ones')])
def f(x):
    model.trainable = False
    y = model(x)
    model.trainable = True
    return y
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]

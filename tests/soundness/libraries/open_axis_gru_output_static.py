# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

g = keras.layers.GRU(3, return_sequences=True)
def f(x):
    y = g(x)
    return y / y.shape[1]
RESULT = [f(tf.ones([2, 3, 4])), f(tf.ones([1, 5, 4]))]

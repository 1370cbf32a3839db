# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

e = keras.layers.Embedding(5, 2)
l = keras.layers.LSTM(3, return_sequences=True)
def f(x):
    y = l(e(x))
    return tf.reshape(y, [y.shape[0] * y.shape[1], y.shape[2]])
RESULT = [f(tf.constant([[1, 2], [3, 4]])), f(tf.constant([[1, 2]]))]

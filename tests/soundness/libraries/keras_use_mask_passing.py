# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

e = keras.layers.Embedding(5, 2, mask_zero=True)
l = keras.layers.LSTM(2)
def f(x):
    return l(e(x))
RESULT = [f(tf.constant([[1, 2, 0]])), f(tf.constant([[1, 0, 0]]))]

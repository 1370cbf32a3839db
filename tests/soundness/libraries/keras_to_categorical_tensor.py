# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

def f(y):
    return keras.utils.to_categorical(y, 3)
RESULT = [f(tf.constant([0, 1])), f(tf.constant([2, 1]))]

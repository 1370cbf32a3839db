# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    if keras.utils.is_keras_tensor(x):
        return x * 3.
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

def f(x):
    return keras.utils.normalize(x) * 2.
RESULT = [f(tf.constant([[1., 2.]])), f(tf.constant([[1., 3.]]))]

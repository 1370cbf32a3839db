# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

d = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2)])
def f(x, s):
    return d(x[:, :s])
RESULT = [f(tf.ones([1, 4, 3]), tf.constant(2)), f(tf.ones([1, 4, 3]), tf.constant(2))]

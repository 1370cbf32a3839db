# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

c = keras.layers.Conv2D(2, 1)
def f(x, s):
    return c(x[:, :s, :s])
RESULT = [f(tf.ones([1, 4, 4, 3]), tf.constant(2)), f(tf.ones([1, 4, 4, 3]), tf.constant(3))]

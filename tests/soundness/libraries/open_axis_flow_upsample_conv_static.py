# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.Sequential([keras.layers.Conv2DTranspose(2, 3, strides=2, padding='same')])
def f(x):
    y = m(x)
    return tf.reshape(y, [y.shape[0], y.shape[1] * y.shape[2], y.shape[3]])
RESULT = [f(tf.ones([1, 2, 2, 3])), f(tf.ones([2, 2, 2, 3]))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

layer = keras.layers.Dense(1)
layer.build((None, 2))
def f(x):
    return x @ layer.kernel + layer.bias
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([3, 2]))]

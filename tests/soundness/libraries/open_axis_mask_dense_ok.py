# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

d = keras.layers.Dense(2)
def f(x):
    return d(tf.boolean_mask(x, x[:, 0] > 0))
RESULT = [f(tf.ones([4, 2])), f(tf.ones([3, 2]))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.layers.Dense(2, kernel_initializer='ones')
def f(x):
    if tf.reduce_sum(x) > 0:
        y = m(x)
    else:
        y = x
    return y
RESULT = [f(tf.ones([2, 2])), f(-tf.ones([2, 2]))]

# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

scale = 2.
m = keras.layers.Lambda(lambda t: t * scale)
def f(x):
    return m(x)
a = f(tf.ones([2]))
scale = 3.
RESULT = [a, f(tf.ones([2]))]

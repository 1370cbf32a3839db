# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

inp = keras.Input((2,))
m = keras.Model(inp, keras.layers.Dense(2)(inp))
def f(x):
    y = m(x)
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.ones([3, 2])), f(tf.ones([2, 2]))]

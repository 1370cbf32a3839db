# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

ms = [keras.layers.Dense(2) for _ in range(2)]
def f(x, i):
    return ms[i](x)
RESULT = [f(tf.ones([1, 2]), 0), f(tf.ones([1, 2]), 1)]

# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

a = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
b = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
def f(x):
    b.set_weights(a.get_weights())
    return b(x)
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([3, 2]))]

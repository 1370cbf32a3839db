# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.Sequential([keras.layers.Dense(2), keras.layers.Dropout(0.5, seed=2)])
def f(x):
    return m(x, training=tf.reduce_sum(x) > 0)
RESULT = [f(tf.ones([2, 2])), f(-tf.ones([2, 2]))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

d = keras.layers.Dense(2)
def f(x):
    y = d(x)
    return tf.reduce_sum(y) / y.shape[0]
RESULT = [f(tf.ones([3, 2])), f(tf.ones([2, 2]))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

d = keras.layers.Dense(2)
d.build((None, 4))
def f(x):
    y = tf.reshape(x, [tf.shape(x)[0], 4])
    return d(y)
RESULT = [f(tf.ones([2, 2, 2])), f(tf.ones([3, 2, 2]))]

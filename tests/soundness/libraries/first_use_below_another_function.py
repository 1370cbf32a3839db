# observed: raises
# function: inner
import tensorflow as tf

one, other = tf.keras.layers.Dense(1), tf.keras.layers.Dense(1)
def inner(layer, x):
    return tf.tanh(layer(x))
def outer(layer, x):
    return inner(layer, x)
RESULT = [outer(one, tf.ones([2, 3])).shape, outer(other, tf.ones([2, 3])).shape]

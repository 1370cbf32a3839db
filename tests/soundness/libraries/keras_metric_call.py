# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

m = keras.metrics.SparseCategoricalAccuracy()
def f(y, p):
    return m(y, p)
RESULT = [f(tf.constant([0, 1]), tf.constant([[.9, .1], [.8, .2]])), f(tf.constant([0, 1]), tf.constant([[.9, .1], [.2, .8]]))]

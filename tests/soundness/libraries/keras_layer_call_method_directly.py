# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class Lay(keras.layers.Layer):
    def call(self, x):
        if tf.reduce_sum(x) > 0:
            return x
        return -x
lay = Lay()
def f(x):
    return lay.call(x)
RESULT = [f(tf.ones([2, 3])), f(-tf.ones([2, 3]))]

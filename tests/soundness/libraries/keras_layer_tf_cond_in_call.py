# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class Lay(keras.layers.Layer):
    def call(self, x):
        return tf.cond(tf.reduce_sum(x) > 0, lambda: x, lambda: -x)
lay = Lay()
def f(x):
    return lay(x)
RESULT = [f(tf.ones([2, 3])), f(-tf.ones([2, 3]))]

# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

class Lay(keras.layers.Layer):
    def call(self, x):
        s = tf.zeros([3])
        for r in x:
            s += r
        return s
lay = Lay()
def f(x):
    return lay(x)
RESULT = [f(tf.ones([2, 3])), f(-tf.ones([2, 3]))]

# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

class L(keras.losses.Loss):
    def call(self, y, p):
        d = y - p
        if tf.reduce_mean(d) > 0:
            return d * 2.
        return d
l = L()
def f(y, p):
    return l(y, p)
RESULT = [f(tf.ones([2, 1]), tf.zeros([2, 1])), f(tf.zeros([2, 1]), tf.ones([2, 1]))]

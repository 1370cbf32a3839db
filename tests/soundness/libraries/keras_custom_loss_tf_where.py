# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class L(keras.losses.Loss):
    def call(self, y, p):
        d = y - p
        return tf.where(d > 0, d * 2., d)
l = L()
def f(y, p):
    return l(y, p)
RESULT = [f(tf.ones([2, 1]), tf.zeros([2, 1])), f(tf.zeros([2, 1]), tf.ones([2, 1]))]

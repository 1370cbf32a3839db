# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class A(keras.layers.Layer):
    def call(self, x):
        b = tf.shape(x)[0]
        q = tf.reshape(x, (b, -1, 2))
        return q / tf.math.sqrt(float(q.shape[-1]))
a = A()
def f(x):
    return a(x)
RESULT = [f(tf.ones([2, 3, 4])), f(tf.ones([1, 5, 4]))]

# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class A(keras.layers.Layer):
    def __init__(self, h, d):
        super().__init__()
        self.h, self.d = h, d
        self.q = keras.layers.Dense(d)
        self.o = keras.layers.Dense(d)
    def call(self, x):
        b = tf.shape(x)[0]
        q = tf.transpose(tf.reshape(self.q(x), (b, -1, self.h, self.d // self.h)), [0, 2, 1, 3])
        s = tf.matmul(q, q, transpose_b=True) / tf.math.sqrt(tf.cast(self.d // self.h, tf.float32))
        y = tf.matmul(tf.nn.softmax(s), q)
        return self.o(tf.reshape(tf.transpose(y, [0, 2, 1, 3]), (b, -1, self.d)))
a = A(2, 4)
def f(x):
    return a(x)
RESULT = [f(tf.ones([2, 3, 4])), f(tf.ones([1, 5, 4]))]

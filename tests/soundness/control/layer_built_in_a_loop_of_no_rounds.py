# observed: differs
# function: f
import tensorflow as tf
class L(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.k = 1.0
    def build(self, shape):
        self.k = 2.0
    def call(self, x):
        return x * self.k
layer = L()
def f(x, n):
    for _ in range(n):
        x = layer(x)
    return x * layer.k
x = tf.ones((1, 2))
RESULT = [f(x, 0), layer(x), f(x, 0)]

# observed: raises
# function: f
import tensorflow as tf
class L(tf.keras.layers.Layer):
    def build(self, s): self.g = self.add_weight(shape=(), initializer="ones", name="g")
    def call(self, x): return x * self.g
l = L(); l(tf.ones([1]))
def f(x, g):
    g.assign(x)
    return l(tf.ones([1]))
RESULT = [f(tf.constant(3.0), l.g)]

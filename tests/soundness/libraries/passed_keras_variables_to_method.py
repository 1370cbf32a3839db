# observed: differs
# function: grads
import tensorflow as tf
class T:
    def __init__(self):
        self.d = tf.keras.layers.Dense(1, kernel_initializer="ones"); self.d.build((None, 2))
    def grads(self, x, params):
        with tf.GradientTape() as t:
            l = tf.reduce_sum(self.d(x))
        return t.gradient(l, params)
    def run(self, x):
        return self.grads(x, self.d.trainable_variables)
t_ = T()
RESULT = [t_.run(tf.ones([1, 2]))]

# observed: differs
# function: Model.f
import tensorflow as tf

class Model:
    scale = 1.0

    def f(self, x):
        return x * self.scale


a, b = Model(), Model()
r = a.f(tf.ones([2]))
Model.scale = 5.0
RESULT = (r, b.f(tf.ones([2])), a.f(tf.ones([2])))

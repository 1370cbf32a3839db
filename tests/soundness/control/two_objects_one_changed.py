# observed: same
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self, scale):
        self.scale = scale

    def f(self, x):
        return x * self.scale


a, b = Model(1.0), Model(2.0)
r = a.f(tf.ones([2]))
a.scale = 5.0
RESULT = (r, b.f(tf.ones([2])), b.f(tf.ones([2])))

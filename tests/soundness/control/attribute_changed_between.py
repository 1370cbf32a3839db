# observed: differs
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self, scale):
        self.scale = scale

    def f(self, x):
        return x * self.scale


a = Model(1.0)
r = a.f(tf.ones([2]))
a.scale = 5.0
RESULT = (r, a.f(tf.ones([2])))

# observed: same
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self):
        self.v = None

    def f(self, x):
        if self.v is None:
            self.v = tf.Variable(tf.ones([2]))
        return x * self.v


model = Model()
RESULT = (model.f(tf.ones([2])), model.f(tf.ones([2])))

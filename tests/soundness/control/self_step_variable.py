# observed: same
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self):
        self.step = tf.Variable(0.0)

    def f(self, x):
        self.step.assign_add(1.0)
        return x * self.step


model = Model()
RESULT = (model.f(tf.ones([2])), model.f(tf.ones([2])), model.step)

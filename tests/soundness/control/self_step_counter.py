# observed: differs
# function: Model.f
import tensorflow as tf

class Model:
    def __init__(self):
        self.step = 0

    def f(self, x):
        self.step += 1
        return x * float(self.step)


model = Model()
RESULT = (model.f(tf.ones([2])), model.f(tf.ones([2])), model.step)

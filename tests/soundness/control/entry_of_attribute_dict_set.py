# observed: differs
# function: f
import tensorflow as tf

class Model:
    def __init__(self):
        self.options = {"rate": 1.0, "name": "a"}


model = Model()


def f(x):
    return x * model.options["rate"]


a = f(tf.ones([2]))
model.options["rate"] = 7.0
RESULT = (a, f(tf.ones([2])))

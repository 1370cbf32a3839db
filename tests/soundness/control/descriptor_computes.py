# observed: same
# function: f
import tensorflow as tf

class Doubled:
    def __get__(self, owner, cls=None):
        return owner.base * 2.0


class Model:
    scale = Doubled()

    def __init__(self):
        self.base = 3.0


model = Model()


def f(x):
    return x * model.scale


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

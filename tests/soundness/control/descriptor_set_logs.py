# observed: differs
# function: f
import tensorflow as tf

log = []


class Logged:
    def __set_name__(self, cls, name):
        self.name = name

    def __get__(self, owner, cls=None):
        return owner.__dict__[self.name]

    def __set__(self, owner, item):
        log.append(self.name)
        owner.__dict__[self.name] = item


class Model:
    scale = Logged()


def f(x):
    model = Model()
    model.scale = 3.0
    return x * model.scale


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = log

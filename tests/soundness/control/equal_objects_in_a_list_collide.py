# observed: differs
# function: f
import tensorflow as tf

class Key:
    def __init__(self, name, scale):
        self.name, self.scale = name, scale

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


one, two = Key("a", 1.0), Key("a", 2.0)


def f(x, keys):
    return x * keys[0].scale


RESULT = (f(tf.ones([2]), [one]), f(tf.ones([2]), [two]))

# observed: differs
# function: f
import tensorflow as tf

class Config:
    def __init__(self, scale):
        self.scale = scale


configs = {"a": Config(1.0), "b": Config(2.0)}


def f(x, name):
    return x * configs[name].scale


a = f(tf.ones([2]), "a")
configs["a"].scale = 7.0
RESULT = (a, f(tf.ones([2]), "a"))

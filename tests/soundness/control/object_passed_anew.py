# observed: same
# function: f
import tensorflow as tf

class Config:
    def __init__(self, scale):
        self.scale = scale


def f(x, config):
    return x * config.scale


RESULT = (f(tf.ones([2]), Config(1.0)), f(tf.ones([2]), Config(7.0)))

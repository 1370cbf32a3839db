# observed: differs
# function: f
import tensorflow as tf

class Config:
    def __init__(self, scale):
        self.scale = scale


config = Config(1.0)


def f(x, config):
    return x * config.scale


a = f(tf.ones([2]), config)
config.scale = 7.0
RESULT = (a, f(tf.ones([2]), config))

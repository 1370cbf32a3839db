# observed: differs
# function: f
import tensorflow as tf

class Config:
    pass


config = Config()
config.scale = 1.0


def f(x):
    return x * config.scale


a = f(tf.ones([2]))
config.__dict__.update(scale=2.0)
RESULT = (a, f(tf.ones([2])))

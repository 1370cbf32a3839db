# observed: differs
# function: f
import tensorflow as tf

class Config:
    scale = 1.0


def f(x):
    return x * Config.scale


a = f(tf.ones([2]))


class Config:
    scale = 2.0


RESULT = (a, f(tf.ones([2])))

# observed: same
# function: f
import tensorflow as tf

actions = {"relu": tf.nn.relu, "double": lambda v: v * 2.0}


def f(x, name):
    return actions[name](x)


RESULT = (f(tf.ones([2]), "relu"), f(tf.ones([2]), "double"))

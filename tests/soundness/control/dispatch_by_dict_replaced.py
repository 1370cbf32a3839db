# observed: differs
# function: f
import tensorflow as tf

actions = {"act": tf.nn.relu, "double": lambda v: v * 2.0}


def f(x, name):
    return actions[name](x)


a = f(-tf.ones([2]), "act")
actions["act"] = tf.identity
RESULT = (a, f(-tf.ones([2]), "act"))

# observed: differs
# function: f
import tensorflow as tf

LOG = []


class Box:
    def __setattr__(self, name, value):
        LOG.append(name)
        object.__setattr__(self, name, value)


def f(x):
    box = Box()
    box.value = x
    return box.value * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = LOG

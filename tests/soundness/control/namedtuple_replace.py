# observed: same
# function: f
import tensorflow as tf
from collections import namedtuple

Options = namedtuple("Options", "scale shift")
base = Options(2.0, 0.0)


def f(x):
    options = base._replace(shift=3.0)
    return x * options.scale + options.shift


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

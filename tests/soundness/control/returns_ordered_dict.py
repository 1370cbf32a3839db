# observed: same
# function: f
import tensorflow as tf
from collections import OrderedDict


def f(x):
    return OrderedDict(a=x, b=x * 2.0)


RESULT = f(tf.ones([2]))["b"]

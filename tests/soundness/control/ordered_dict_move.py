# observed: differs
# function: f
import tensorflow as tf
from collections import OrderedDict

recent = OrderedDict(a=1, b=2)


def f(x):
    recent.move_to_end("a")
    return x * float(next(iter(recent.values())))


f(tf.ones([2]))
recent.move_to_end("b")
f(tf.ones([2]))
RESULT = list(recent)

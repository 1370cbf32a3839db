# observed: differs
# function: f
import tensorflow as tf


def mk():
    fs = []
    for i in range(3):
        fs.append(lambda v: v * i)
    return fs


def f(x):
    return [g(x) for g in mk()]


RESULT = f(tf.constant(2.0))

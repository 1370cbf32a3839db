# observed: output-differs
# function: f
import tensorflow as tf
import functools

say = functools.partial(print, "step", end=".\n")


def f(x):
    say()
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

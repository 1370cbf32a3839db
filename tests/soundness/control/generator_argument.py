# observed: differs
# function: f
import tensorflow as tf

def numbers():
    yield 1.0
    yield 2.0


def f(x, source):
    for n in source:
        x = x + n
    return x


g = numbers()
RESULT = (f(tf.ones([2]), g), f(tf.ones([2]), g))

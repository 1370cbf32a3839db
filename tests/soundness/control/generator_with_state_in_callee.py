# observed: differs
# function: f
import tensorflow as tf

events = []


def numbers():
    for n in (1.0, 2.0):
        events.append(n)
        yield n


def f(x):
    return x + sum(numbers())


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = events

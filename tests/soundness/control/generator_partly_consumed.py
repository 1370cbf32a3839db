# observed: differs
# function: f
import tensorflow as tf

seen = []


def noisy():
    for k in (1.0, 2.0):
        seen.append(k)
        yield k


def f(x):
    for k in noisy():
        return x * k


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = seen

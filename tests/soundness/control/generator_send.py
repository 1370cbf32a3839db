# observed: differs
# function: f
import tensorflow as tf

def accumulate():
    total = 0.0
    while True:
        total += yield total


running = accumulate()
next(running)


def f(x):
    return x * running.send(1.0)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

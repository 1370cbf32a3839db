# observed: differs
# function: f
import tensorflow as tf

def make():
    state = {"n": 0.0}

    def bump():
        state["n"] += 1.0

    def read(x):
        return x * state["n"]

    return bump, read


bump, read = make()
bump()


def f(x):
    return read(x)


a = f(tf.ones([2]))
bump()
RESULT = (a, f(tf.ones([2])))

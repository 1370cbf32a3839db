# observed: differs
# function: f
import tensorflow as tf


class Recorder:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __setattr__(self, name, value):
        self.log.append(name)
        object.__setattr__(self, name, value)


rec = Recorder()


def f(x):
    rec.last = 1
    return x * 2.0


f(tf.constant(1.0))
f(tf.constant(2.0))
n = len(rec.log)

# observed: differs
# function: f
import tensorflow as tf

class Log:
    def __init__(self):
        self.entries = []

    def __ilshift__(self, entry):
        self.entries.append(entry)
        return self


log = Log()


def f(x):
    target = log
    target <<= "seen"
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = log.entries

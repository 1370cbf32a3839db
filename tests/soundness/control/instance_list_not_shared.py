# observed: same
# function: f
import tensorflow as tf

class Log:
    def __init__(self):
        self.lines = []

    def add(self, line):
        self.lines.append(line)
        return self


def f(x):
    log = Log().add(x).add(x * 2.0)
    return log.lines[0] + log.lines[1]


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

# observed: differs
# function: f
import tensorflow as tf

class Log:
    lines = []

    def add(self, line):
        self.lines.append(line)
        return self


def f(x):
    Log().add("x")
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Log.lines

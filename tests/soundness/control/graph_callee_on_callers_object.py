# observed: same
# function: f
import tensorflow as tf

class Log:
    def __init__(self):
        self.lines = []


@tf.function
def helper(x, log):
    log.lines.append(1)
    return x * 2.0


def f(x):
    log = Log()
    y = helper(x, log)
    return y * float(len(log.lines))


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

# observed: output-differs
# function: f
import tensorflow as tf

class Logger:
    def __init__(self, sink):
        self.sink = sink

    def note(self, text):
        self.sink(text)


logger = Logger(print)


def helper(x):
    logger.note("step")
    return x * 2.0


def f(x):
    return helper(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

# observed: differs
# function: f
import tensorflow as tf

class Log:
    def __init__(self):
        self.items = [tf.ones([1])]


log = Log()


def f(x):
    return log.items


out = f(tf.ones([2]))
log.items.append(tf.zeros([1]))
RESULT = len(out)

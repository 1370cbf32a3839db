# observed: differs
# function: f
import tensorflow as tf

class Box:
    def __init__(self):
        self.n = 0


box = Box()


def f(x):
    box.__dict__["n"] = box.n + 1
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = box.n

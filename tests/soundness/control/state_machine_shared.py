# observed: differs
# function: f
import tensorflow as tf

class Machine:
    def __init__(self):
        self.state = "idle"

    def next(self):
        self.state = {"idle": "run", "run": "idle"}[self.state]
        return self.state


machine = Machine()


def f(x):
    return x * 2.0 if machine.next() == "run" else x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

# observed: same
# function: f
import tensorflow as tf

class Machine:
    def __init__(self):
        self.state = "idle"

    def next(self):
        self.state = {"idle": "run", "run": "idle"}[self.state]
        return self.state


def f(x):
    machine = Machine()
    for _ in range(3):
        if machine.next() == "run":
            x = x * 2.0
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

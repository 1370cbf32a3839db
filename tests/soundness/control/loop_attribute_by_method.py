# observed: raises
# function: f
import tensorflow as tf

class State:
    def __init__(self):
        self.total = tf.zeros([])

    def add(self, v):
        self.total = self.total + v


def f(x):
    state = State()
    for v in x:
        state.add(v)
    return state.total


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))

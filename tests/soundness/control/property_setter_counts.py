# observed: differs
# function: f
import tensorflow as tf

class Dial:
    def __init__(self):
        self._value, self.turns = 0.0, 0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, item):
        self._value, self.turns = item, self.turns + 1


dial = Dial()


def f(x):
    dial.value = 2.0
    return x * dial.value


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = dial.turns

# observed: differs
# function: f
import tensorflow as tf

class Base:
    made = []

    def __init__(self):
        Base.made.append(type(self).__name__)


class Leaf(Base):
    def __init__(self, value):
        super().__init__()
        self.value = value


def f(x):
    return Leaf(x).value + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Base.made

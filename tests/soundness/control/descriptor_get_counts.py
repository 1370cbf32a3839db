# observed: differs
# function: f
import tensorflow as tf

class Counted:
    reads = 0

    def __get__(self, owner, cls=None):
        Counted.reads += 1
        return 2.0


class Model:
    scale = Counted()


model = Model()


def f(x):
    return x * model.scale


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Counted.reads

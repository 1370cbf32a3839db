# observed: same
# function: f
import tensorflow as tf

class Average:
    def __init__(self):
        self.value = tf.Variable(0.0)

    def update(self, item):
        self.value.assign(0.9 * self.value + 0.1 * item)
        return self.value.read_value()


average = Average()


def f(x, k):
    return x * average.update(k)


RESULT = (f(tf.ones([2]), 1.0), f(tf.ones([2]), 1.0))

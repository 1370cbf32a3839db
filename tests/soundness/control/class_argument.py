# observed: same
# function: f
import tensorflow as tf

class Double:
    def run(self, x):
        return x * 2.0


class Triple:
    def run(self, x):
        return x * 3.0


def f(x, kind):
    return kind().run(x)


RESULT = (f(tf.ones([2]), Double), f(tf.ones([2]), Triple))

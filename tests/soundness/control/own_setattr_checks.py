# observed: same
# function: f
import tensorflow as tf


class Checked:
    def __setattr__(self, name, value):
        if name.startswith("_"):
            raise AttributeError(name)
        super().__setattr__(name, value)


def f(x):
    c = Checked()
    c.k = 2.0
    return x * c.k


RESULT = [f(tf.constant(1.0)), f(tf.constant(2.0))]

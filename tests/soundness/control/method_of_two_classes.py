# observed: same
# function: f
import tensorflow as tf

class Square:
    def area(self, x):
        return x * x


class Double:
    def area(self, x):
        return x * 2.0


shapes = [Square(), Double()]


def f(x):
    return tf.add_n([shape.area(x) for shape in shapes])


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

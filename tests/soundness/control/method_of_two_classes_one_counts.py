# observed: differs
# function: f
import tensorflow as tf

class Square:
    def area(self, x):
        return x * x


class Counting:
    calls = 0

    def area(self, x):
        Counting.calls += 1
        return x * 2.0


shapes = [Square(), Counting()]


def f(x):
    result = x
    for shape in shapes:
        result = result + shape.area(x)
    return result


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Counting.calls

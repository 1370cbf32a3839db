# observed: same
# function: f
import tensorflow as tf

class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return float(self.n)


def f(x):
    for step in Countdown(3):
        x = x + step
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

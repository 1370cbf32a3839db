# observed: differs
# function: f
import tensorflow as tf
class Counter:
    def __init__(self):
        self.n = 1.0
    def f(self, x):
        self.__dict__.update(n=self.n + 1.0)
        return x * self.n
counter = Counter()
RESULT = [counter.f(tf.constant(2.0)), counter.f(tf.constant(2.0))]

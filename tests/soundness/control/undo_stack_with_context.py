# observed: differs
# function: f
import tensorflow as tf

stack = []


class Pushed:
    def __init__(self, item):
        self.item = item

    def __enter__(self):
        stack.append(self.item)
        return len(stack)

    def __exit__(self, *details):
        stack.pop()


def f(x):
    with Pushed(2.0) as depth:
        return x * float(depth)


a = f(tf.ones([2]))
with Pushed(1.0):
    b = f(tf.ones([2]))
RESULT = (a, b)

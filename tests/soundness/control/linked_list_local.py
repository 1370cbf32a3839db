# observed: same
# function: f
import tensorflow as tf

class Node:
    def __init__(self, item, rest):
        self.item, self.rest = item, rest


def f(x):
    top = None
    for k in (1.0, 2.0, 3.0):
        top = Node(x * k, top)
    total = x * 0.0
    while top is not None:
        total, top = total + top.item, top.rest
    return total


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

# observed: same
# function: f
import tensorflow as tf
import copy


class Node:
    def __init__(self, value):
        self.value = value


node = Node(1.0)


def f(x):
    return x * node.value


a = f(tf.ones([2]))
other = copy.copy(node)
other.value = 9.0
RESULT = (a, f(tf.ones([2])))

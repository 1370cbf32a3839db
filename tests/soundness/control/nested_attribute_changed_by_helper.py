# observed: differs
# function: f
import tensorflow as tf

class Node:
    def __init__(self, value):
        self.value = value


class Tree:
    def __init__(self):
        self.left = Node(1.0)


tree = Tree()


def grow(node):
    node.value *= 2.0


def f(x):
    return x * tree.left.value


a = f(tf.ones([2]))
grow(tree.left)
RESULT = (a, f(tf.ones([2])))

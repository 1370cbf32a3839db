# observed: differs
# function: f
import tensorflow as tf

class Node:
    def __init__(self, item, rest):
        self.item, self.rest = item, rest


class Stack:
    def __init__(self):
        self.top = None

    def push(self, item):
        self.top = Node(item, self.top)


stack = Stack()


def f(x):
    stack.push(1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
depth, node = 0, stack.top
while node is not None:
    depth, node = depth + 1, node.rest
RESULT = depth

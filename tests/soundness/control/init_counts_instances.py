# observed: differs
# function: f
import tensorflow as tf

class Node:
    made = 0

    def __init__(self, value):
        Node.made += 1
        self.value = value


def f(x):
    return Node(x).value * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Node.made

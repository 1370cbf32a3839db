# observed: same
# function: f
import tensorflow as tf

class Tree:
    def __init__(self, weight, children=()):
        self.weight, self.children = weight, children

    def total(self, x):
        result = x * self.weight
        for child in self.children:
            result = result + child.total(x)
        return result


tree = Tree(1.0, (Tree(2.0), Tree(3.0, (Tree(4.0),))))


def f(x):
    return tree.total(x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

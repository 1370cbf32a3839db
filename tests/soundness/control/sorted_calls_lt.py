# observed: differs
# function: f
import tensorflow as tf

class Item:
    compared = 0

    def __init__(self, k):
        self.k = k

    def __lt__(self, other):
        Item.compared += 1
        return self.k < other.k


items = [Item(2.0), Item(1.0)]


def f(x):
    return x * sorted(items)[0].k


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Item.compared

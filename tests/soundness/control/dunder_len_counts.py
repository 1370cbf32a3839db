# observed: differs
# function: f
import tensorflow as tf

class Bag:
    def __init__(self):
        self.asked = 0

    def __len__(self):
        self.asked += 1
        return 3


bag = Bag()


def f(x):
    if bag:
        return x * 2.0
    return x


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = bag.asked

# observed: differs
# function: f
import tensorflow as tf

class Bag:
    def __init__(self):
        self.rounds = 0

    def __iter__(self):
        self.rounds += 1
        return iter((1.0, 2.0))


bag = Bag()


def f(x):
    for n in bag:
        x = x + n
    return x


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = bag.rounds

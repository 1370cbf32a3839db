# observed: output-differs
# function: f
import tensorflow as tf

class Bag(list):
    pass


bag = Bag()


def f(x):
    if bag:
        return x * 2.0
    print("empty")
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

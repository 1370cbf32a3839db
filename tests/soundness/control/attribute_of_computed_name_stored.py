# observed: raises
# function: f
import tensorflow as tf


class Bag:
    pass


bag = Bag()


def f(x, i):
    setattr(bag, f"h{i}", x * 2.0)
    return x


for i in range(2):
    f(tf.ones(2), i)
s = tf.reduce_sum(bag.h0)

# observed: differs
# function: f
import tensorflow as tf
import random

order = [0, 1, 2, 3, 4, 5]


def f(x):
    random.shuffle(order)
    return tf.gather(x, order)


RESULT = (f(tf.range(6)), f(tf.range(6)), order)

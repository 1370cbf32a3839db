# observed: same
# function: f
import tensorflow as tf
import random

random.seed(1)


def f(x, k=random.random()):
    return x * k


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

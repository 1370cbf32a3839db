# observed: same
# function: f
import tensorflow as tf
import random

random.seed(1)
K = random.random()


def f(x):
    return x * K


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

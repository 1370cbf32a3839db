# observed: differs
# function: f
import tensorflow as tf
import random


class Noise:
    def __init__(self):
        self.value = random.random()


def f(x):
    return x * Noise().value


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

# observed: differs
# function: f
import tensorflow as tf
import random


def noise(rng=random.random):
    return rng()


def f(x):
    return x * noise()


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

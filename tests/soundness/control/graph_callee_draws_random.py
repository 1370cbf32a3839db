# observed: same
# function: f
import tensorflow as tf
import random

random.seed(2)


@tf.function
def helper(x):
    return x * random.random()


def f(x):
    return helper(x) + 1.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

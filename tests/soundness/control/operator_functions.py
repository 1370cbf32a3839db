# observed: same
# function: f
import tensorflow as tf
import operator


def f(x):
    return operator.add(operator.mul(x, 2.0), operator.itemgetter(0)([x, 1.0]))


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

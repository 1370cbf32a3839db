# observed: differs
# function: f
import tensorflow as tf
from math import pi as constant


def f(x):
    return x * constant


a = f(tf.ones([2]))
from math import e as constant

RESULT = (a, f(tf.ones([2])))

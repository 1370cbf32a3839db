# observed: same
# function: f
import tensorflow as tf
import math
import cmath


def f(x, library):
    return x * abs(library.sqrt(4.0))


RESULT = (f(tf.ones([2]), math), f(tf.ones([2]), cmath))

# observed: raises
# function: f
import tensorflow as tf
from collections import deque


def f(x):
    return deque([x, x * 2.0])


RESULT = f(tf.ones([2]))[1]

# observed: differs
# function: f
import tensorflow as tf
from collections import deque

RING = deque([1.0], maxlen=3)


def f(x):
    ring = RING
    ring += [2.0]
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = list(RING)

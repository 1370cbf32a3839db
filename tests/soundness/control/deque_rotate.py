# observed: differs
# function: f
import tensorflow as tf
from collections import deque

ring = deque([1.0, 2.0, 3.0])


def f(x):
    ring.rotate(1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = list(ring)

# observed: same
# function: f
import tensorflow as tf

def f(x, limit):
    return limit > 3


RESULT = [1, 2, 3][: 2 if f(tf.ones([2]), 5) else 1]

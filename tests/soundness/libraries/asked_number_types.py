# observed: same
# function: f
import tensorflow as tf

import numbers
def f(x, y):
    if isinstance(y, numbers.Number):
        return x * y
    return x
RESULT = [f(tf.ones([2]), 2.), f(tf.ones([2]), None)]

# observed: same
# function: f
import tensorflow as tf

def f(x, items):
    total = 0.0
    for item in items:
        total = total + item * 2.0
    return total


RESULT = (f(tf.ones([2]), [tf.constant(1.0)]), f(tf.ones([2]), [tf.constant(1.0), tf.constant(2.0)]))

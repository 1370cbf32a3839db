# observed: raises
# function: f
import tensorflow as tf

def f(x):
    total = (half := x / 2.0)
    while tf.reduce_sum(half) > 0.1:
        half = half / 2.0
        total = total + half
    return total


RESULT = (f(tf.ones([2])), f(tf.ones([1])))

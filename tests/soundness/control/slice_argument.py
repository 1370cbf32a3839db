# observed: raises
# function: f
import tensorflow as tf

def f(x, part):
    return x[part]


RESULT = (f(tf.range(5), slice(0, 2)), f(tf.range(5), slice(1, 4)))

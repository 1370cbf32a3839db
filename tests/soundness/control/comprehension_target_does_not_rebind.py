# observed: same
# function: f
import tensorflow as tf

scale = 1.0


def f(x):
    return x * scale


a = f(tf.ones([2]))
squares = [scale * scale for scale in (2.0, 3.0)]
RESULT = (a, f(tf.ones([2])), squares)

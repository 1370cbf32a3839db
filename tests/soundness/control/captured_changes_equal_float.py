# observed: differs
# function: f
import tensorflow as tf

scale = 1.0


def f(x, k):
    return x * scale + float(k)


a = f(tf.ones([2]), 2)
scale = 5.0
RESULT = (a, f(tf.ones([2]), 2.0))

# observed: differs
# function: f
import tensorflow as tf

scale = 1.0


def f(x):
    return x * scale


a = f(tf.ones([2]))
if (scale := 3.0) > 1.0:
    pass
RESULT = (a, f(tf.ones([2])))

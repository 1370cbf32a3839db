# observed: same
# function: f
import tensorflow as tf

def f(x, steps):
    for n in steps:
        x = x + float(n)
    return x


RESULT = (f(tf.ones([2]), range(3)), f(tf.ones([2]), range(2)))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    def inner(x):
        x = x + 1.0
        return x

    y = inner(x)
    return x + y


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

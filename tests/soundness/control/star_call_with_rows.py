# observed: raises
# function: f
import tensorflow as tf

def join(a, b):
    return a * 2.0 + b


def f(x):
    return join(*x)


RESULT = (f(tf.ones([2, 3])), f(tf.zeros([2, 3])))

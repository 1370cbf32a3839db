# observed: raises
# function: f
import tensorflow as tf

def make(value):
    return tf.Variable(value)


def f(x):
    v = make(1.0)
    v.assign_add(2.0)
    return x * v


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

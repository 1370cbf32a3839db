# observed: raises
# function: f
import tensorflow as tf

def check(x):
    assert tf.reduce_all(x >= 0.0), "negative"


def f(x):
    check(x)
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

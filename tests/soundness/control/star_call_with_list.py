# observed: same
# function: f
import tensorflow as tf

def join(a, b, *, scale=1.0):
    return (a * 2.0 + b) * scale


def f(x):
    return join(*[x, x + 1.0], **{"scale": 3.0})


RESULT = (f(tf.ones([2, 3])), f(tf.zeros([2, 3])))

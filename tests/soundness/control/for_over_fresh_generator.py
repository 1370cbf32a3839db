# observed: same
# function: f
import tensorflow as tf

def numbers():
    n = 0.0
    while n < 3.0:
        n += 1.0
        yield n


def f(x):
    for n in numbers():
        x = x + n
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

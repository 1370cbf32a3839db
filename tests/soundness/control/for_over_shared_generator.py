# observed: differs
# function: f
import tensorflow as tf

def numbers():
    n = 0.0
    while n < 10.0:
        n += 1.0
        yield n


source = numbers()


def f(x):
    for n in source:
        x = x + n
        break
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

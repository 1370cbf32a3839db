# observed: same
# function: f
import tensorflow as tf

def f(x):
    total = 0.0

    def add(n):
        nonlocal total
        total += n

    for n in (1.0, 2.0):
        add(n)
    return x * total


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

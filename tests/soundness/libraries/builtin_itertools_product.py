# observed: same
# function: f
import tensorflow as tf
import itertools

def f(x):
    s = x
    for i, j in itertools.product(range(2), range(2)):
        s = s + float(i * j)
    return s
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]

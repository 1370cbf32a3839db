# observed: differs
# function: f
import tensorflow as tf

it = iter([1., 2.])
def f(x):
    return x * next(it, 3.)
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]

# observed: same
# function: f
import tensorflow as tf

def f(x):
    if (n := x.shape[0]) > 1:
        x = x / float(n)
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([1])))

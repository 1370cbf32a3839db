# observed: same
# function: f
import tensorflow as tf

def f(x):
    n = x.shape[0] or 1
    return x / float(n)
RESULT = [f(tf.ones([2])), f(tf.ones([3]))]

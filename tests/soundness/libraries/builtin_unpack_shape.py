# observed: same
# function: f
import tensorflow as tf

def f(x):
    h, w = x.shape
    return x / float(h * w)
RESULT = [f(tf.ones([2, 3])), f(tf.ones([3, 3]))]

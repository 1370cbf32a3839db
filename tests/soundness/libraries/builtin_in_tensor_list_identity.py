# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    if any(x is t for t in [x, y]):
        return x
    return y
RESULT = [f(tf.ones([2]), tf.zeros([2])), f(tf.ones([3]), tf.zeros([2]))]

# observed: same
# function: f
import tensorflow as tf

def f(x, y=None):
    if y == None:
        return x
    return x + y
RESULT = [f(tf.ones([2])), f(tf.ones([2]), tf.ones([2]))]

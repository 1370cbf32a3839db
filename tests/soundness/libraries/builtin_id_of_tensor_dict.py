# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    d = {id(x): 1., id(y): 2.}
    return x * d[id(x)]
RESULT = [f(tf.ones([2]), tf.ones([2])), f(tf.ones([2]), tf.zeros([2]))]

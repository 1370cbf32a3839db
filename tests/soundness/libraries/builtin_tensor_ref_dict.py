# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    d = {x.ref(): 1., y.ref(): 2.}
    return x * d[x.ref()]
RESULT = [f(tf.ones([2]), tf.ones([2])), f(tf.ones([2]), tf.zeros([2]))]

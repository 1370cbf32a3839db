# observed: same
# function: f
import tensorflow as tf

def f(x):
    g = tf.function(lambda t: t * 2.)
    return g(x)
RESULT = [f(tf.ones([2])), f(tf.zeros([3]))]

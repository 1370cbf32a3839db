# observed: same
# function: f
import tensorflow as tf

def f(x):
    @tf.custom_gradient
    def inner(v): return v*2., lambda d: d
    return inner(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

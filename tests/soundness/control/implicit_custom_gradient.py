# observed: same
# function: f
import tensorflow as tf

def f(x):
    @tf.custom_gradient
    def g(v):
        if tf.reduce_sum(v)>1.: y=v*2.
        else: y=v
        return y, lambda d: d
    return g(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    @tf.function
    def inner(v):
        return v * 2.0

    return inner(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

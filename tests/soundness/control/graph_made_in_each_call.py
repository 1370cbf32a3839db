# observed: output-differs
# function: f
import tensorflow as tf

def helper(x):
    print("tracing")
    return x * 2.0


def f(x):
    return tf.function(helper)(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

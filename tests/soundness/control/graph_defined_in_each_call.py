# observed: output-differs
# function: f
import tensorflow as tf

def f(x):
    @tf.function
    def inner(v):
        print("tracing")
        return v * 2.0

    return inner(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))

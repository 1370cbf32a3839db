# observed: differs
# function: f
import tensorflow as tf

def f(x):
    if tf.inside_function():
        return x * 3.
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]

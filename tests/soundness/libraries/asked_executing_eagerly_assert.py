# observed: raises
# function: f
import tensorflow as tf

def f(x):
    assert tf.executing_eagerly()
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]

# observed: same
# function: f
import tensorflow as tf

@tf.function
def g(x):
    return x * 2.
def f(x):
    return g.get_concrete_function(tf.TensorSpec([2]))(x)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

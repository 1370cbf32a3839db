# observed: same
# function: f
import tensorflow as tf

@tf.function
def g(x):
    print('tracing')
    return x * 2.
def f(x):
    return g(x) + 1.
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    return x * float(n)
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(4))]

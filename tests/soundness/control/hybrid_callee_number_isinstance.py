# observed: same
# function: f
import tensorflow as tf
@tf.function
def g(t):
    return 3
def f(t):
    n = g(t)
    return tf.ones([2]) if isinstance(n, int) else tf.zeros([3])
RESULT = [f(tf.constant(2)), f(tf.constant(-3))]

# observed: raises
# function: f
import tensorflow as tf

def f(x, n):
    return x * (int(n) * 0.5)
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(4))]

# observed: raises
# function: f
import tensorflow as tf

def f(x):
    n = tf.constant(3)
    while n:
        x = x * 2.0
        n = n - 1
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    total = tf.reduce_sum(x)
    if 0.0 < total < 5.0:
        x = x + 1.0
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([20])))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    total = tf.reduce_sum(x)
    if total > 10.0:
        return x * 3.0
    if total > 1.0:
        return x * 2.0
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([20])), f(tf.zeros([2])))

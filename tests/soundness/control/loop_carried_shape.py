# observed: same
# function: f
import tensorflow as tf
def f(t):
    n = 1
    x = tf.zeros([2])
    while t > 0:
        x += tf.reduce_sum(tf.zeros([n]))
        n = n + 1
        t = t - 1
    return x
RESULT = [f(tf.constant(2)), f(tf.constant(3))]

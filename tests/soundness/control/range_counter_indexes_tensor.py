# observed: same
# function: f
import tensorflow as tf
def f(t, xs):
    x = tf.zeros([2])
    for i in range(t):
        x += xs[i]
    return x
RESULT = [f(tf.constant(2), tf.ones([4, 2])), f(tf.constant(3), tf.ones([4, 2]))]

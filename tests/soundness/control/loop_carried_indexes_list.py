# observed: raises
# function: f
import tensorflow as tf
def f(t):
    n = 0
    x = tf.zeros([2])
    while t > 0:
        x += [1.0, 2.0, 3.0, 4.0][n]
        n = n + 1
        t = t - 1
    return x
RESULT = [f(tf.constant(2)), f(tf.constant(3))]

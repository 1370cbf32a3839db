# observed: same
# function: f
import tensorflow as tf
def f(t):
    x = tf.zeros([2])
    n = 7
    while t > 0:
        n = 3
        x += 1.0 if isinstance(n, int) else 2.0
        t = t - 1
    return x
RESULT = [f(tf.constant(2)), f(tf.constant(3))]

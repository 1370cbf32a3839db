# observed: differs
# function: f
import tensorflow as tf
def f(t):
    p = (0, 1.0)
    x = tf.zeros([2])
    while t > 0:
        x += 1.0 if isinstance(p[0], int) else 2.0
        p = (p[0] + 1, p[1] * 2.0)
        t = t - 1
    return p[1] * x
RESULT = [f(tf.constant(2)), f(tf.constant(3))]

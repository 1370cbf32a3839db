# observed: differs
# function: f
import tensorflow as tf
def f(t):
    n = 0
    x = 0.0
    while t > 0:
        x += 1.0 if isinstance(n, int) else 2.0
        n = n + 1
        t = t - 1
    return x
RESULT = [tf.constant(f(tf.constant(2))), tf.constant(f(tf.constant(3)))]

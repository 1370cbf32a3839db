# observed: differs
# function: f
import tensorflow as tf
class B: pass
def f(t):
    o = B()
    o.n = 0
    x = tf.zeros([2])
    while t > 0:
        x += 1.0 if isinstance(o.n, int) else 2.0
        o.n = o.n + 1
        t = t - 1
    return x
RESULT = [f(tf.constant(2)), f(tf.constant(3))]

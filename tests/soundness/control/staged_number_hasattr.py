# observed: differs
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    return tf.zeros([2]) + (1.0 if hasattr(n, 'dtype') else 0.0)
RESULT = [f(tf.constant(k)) for k in (1, -1)]

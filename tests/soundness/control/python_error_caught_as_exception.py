# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    try:
        scale = 1.0 / n
    except Exception:
        scale = 0.0
    return x * scale


RESULT = (f(tf.ones([2]), 2), f(tf.ones([2]), 0))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    best = None
    for factor in (1.0, 2.0):
        best = x * factor if best is None else best + x * factor
    return best


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))

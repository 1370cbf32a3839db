# observed: same
# function: f
import tensorflow as tf

def f(x):
    best = None
    for v in x:
        if best is None:
            best = v
        else:
            best = tf.maximum(best, v)
    return best


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))

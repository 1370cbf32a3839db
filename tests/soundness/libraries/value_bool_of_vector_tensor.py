# observed: same
# function: f
import tensorflow as tf

def f(x):
    if x > 1.:
        return x
    return -x
try:
    RESULT = [f(tf.ones([2]))]
except Exception as e:
    RESULT = type(e).__name__

# observed: differs
# function: f
import tensorflow as tf
def f(x):
    pos = tf.boolean_mask(x, x > 100.0)
    if pos > 0:
        return x
    return x * 2
RESULT = []
try:
    RESULT = [f(tf.ones([2]))]
except Exception as e:
    RESULT = [type(e).__name__]

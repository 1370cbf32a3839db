# observed: same
# function: f
import tensorflow as tf

def f(x, flags):
    if any(flags):
        return x * 2.
    return x
RESULT = [f(tf.ones([2]), [True, False]), f(tf.ones([2]), [False])]

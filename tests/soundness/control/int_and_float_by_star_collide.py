# observed: differs
# function: f
import tensorflow as tf

def f(x, *ks):
    return x * 2.0 if isinstance(ks[0], int) else x


RESULT = (f(tf.ones([2]), 2), f(tf.ones([2]), 2.0))

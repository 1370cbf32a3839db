# observed: same
# function: f
import tensorflow as tf

def f(x):
    len=lambda v: 2.
    return x*len(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x)>1.: return x
    else: return x*2.

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

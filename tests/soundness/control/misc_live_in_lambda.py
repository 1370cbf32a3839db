# observed: differs
# function: f
import tensorflow as tf

def f(x):
    k=1.
    g=lambda: x*k
    if tf.reduce_sum(x)>1.: k=2
    return g()

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

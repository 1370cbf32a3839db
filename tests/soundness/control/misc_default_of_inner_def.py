# observed: same
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x)>1.: k=2.
    else: k=3.
    def g(v, s=k): return v*s
    return g(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

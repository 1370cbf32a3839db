# observed: raises
# function: f
import tensorflow as tf

def f(x):
    k=1.
    if tf.reduce_sum(x)>1.: k=None
    def g(v,s=k): return v if s is None else v*s
    return g(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

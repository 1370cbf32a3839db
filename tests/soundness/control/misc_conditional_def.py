# observed: same
# function: f
import tensorflow as tf

def f(x):
    if x.shape[0]==2:
        def g(v): return v*2.
    else:
        def g(v): return v*3.
    return g(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

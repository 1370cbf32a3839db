# observed: raises
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x)>1.: k=2.
    else: k=3.
    class A:
        def m(self, v): return v*k
    return A().m(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

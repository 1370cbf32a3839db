# observed: same
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

def f(x):
    class A:
        def r(self, v): return hh(v)
    class B(A):
        def r(self, v): return super().r(v)*2.
    return B().r(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

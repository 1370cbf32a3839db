# observed: same
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

class Runner:
    def __init__(self, f): self.f=f
    def __call__(self, v): return self.f(v)

def f(x): return Runner(hh)(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

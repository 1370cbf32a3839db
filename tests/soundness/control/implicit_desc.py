# observed: raises
# function: f
import tensorflow as tf

class Desc:
    def __get__(self, o, c=None):
        if tf.reduce_sum(o.v)>1.: return o.v*2.
        return o.v

class HasDesc:
    out=Desc()
    def __init__(self, v): self.v=v

def f(x): return HasDesc(x).out

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: raises
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

class SetAttr:
    def __setattr__(self, k, o): object.__setattr__(self, k, hh(o))

def f(x):
    s=SetAttr(); s.v=x
    return s.v

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

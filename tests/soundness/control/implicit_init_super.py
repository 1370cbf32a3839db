# observed: raises
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

class InitHelper:
    def __init__(self, v): self.v=hh(v)

class InitSuper(InitHelper):
    def __init__(self, v):
        super().__init__(v)

def f(x): return InitSuper(x).v

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

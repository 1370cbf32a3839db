# observed: same
# function: f
import tensorflow as tf

class DecoClass:
    def __init__(self,f): self.f=f
    def __call__(self, v): return self.f(v)

@DecoClass
def cls_wrapped(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

def f(x): return cls_wrapped(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

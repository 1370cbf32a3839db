# observed: raises
# function: f
import tensorflow as tf

class Prop:
    def __init__(self, v): self.v=v
    @property
    def out(self):
        if tf.reduce_sum(self.v)>1.: return self.v*2.
        return self.v

def f(x): return getattr(Prop(x),'out')

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: same
# function: f
import tensorflow as tf

class InitRuns:
    def __init__(self, f, v): self.v=f(v)

def f(x): return InitRuns(lambda v: v*2. if tf.reduce_sum(v)>1. else v, x).v

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

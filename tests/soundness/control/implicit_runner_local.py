# observed: same
# function: f
import tensorflow as tf

class Runner:
    def __init__(self, f): self.f=f
    def __call__(self, v): return self.f(v)

def f(x): return Runner(lambda v: v*2. if tf.reduce_sum(v)>1. else v)(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

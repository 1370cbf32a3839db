# observed: same
# function: f
import tensorflow as tf

def with_default(v, act=lambda v: v*2. if tf.reduce_sum(v)>1. else v): return act(v)

def f(x): return with_default(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

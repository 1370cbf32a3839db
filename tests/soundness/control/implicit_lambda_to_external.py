# observed: same
# function: f
import tensorflow as tf

def apply_ext(f, v): return f(v)

def f(x):
    return apply_ext(lambda v: v*2. if tf.reduce_sum(v)>1. else v, x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: raises
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

def gen(v):
    for k in (1.,2.): yield hh(v)*k

def f(x): return sum(gen(x))

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: same
# function: f
import tensorflow as tf

glist=[lambda v: v*2. if tf.reduce_sum(v)>1. else v,
       lambda v: v*3. if tf.reduce_sum(v)>1. else v]

def f(x): return glist[0](x)+glist[1](x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

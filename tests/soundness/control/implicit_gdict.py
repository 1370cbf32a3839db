# observed: same
# function: f
import tensorflow as tf

gdict={'a': lambda v: v*2. if tf.reduce_sum(v)>1. else v, 'b': lambda w: w*3. if tf.reduce_sum(w)>1. else w}

def f(x): return gdict['a'](x)+gdict['b'](x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

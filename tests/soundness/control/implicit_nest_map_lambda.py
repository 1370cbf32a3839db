# observed: same
# function: f
import tensorflow as tf

def f(x): return tf.nest.map_structure(lambda v: v*2. if tf.reduce_sum(v)>1. else v, (x,x))[0]

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: raises
# function: f
import tensorflow as tf

def pred(v):
    if tf.reduce_sum(v)>1.: y=v
    else: y=v*2.
    return True

def f(x): return tf.add_n(list(filter(pred,[x,x])))

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

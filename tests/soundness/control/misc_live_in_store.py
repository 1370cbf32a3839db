# observed: raises
# function: f
import tensorflow as tf

def f(x):
    d={'a':1.}
    if tf.reduce_sum(x)>1.: d={'a':2.,'b':3.}
    d['a']=5.
    return x*d['a']

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    d={'a':x}
    d['a']+=1.; d['a']*=2.
    return d['a']

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: same
# function: f
import tensorflow as tf

def f(x):
    y=x*2.
    d=dict(locals())
    return d['y']+d['x']

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

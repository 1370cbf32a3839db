# observed: raises
# function: f
import tensorflow as tf

def f(x):
    s=(None,0.)
    for v in x: s=(v,s[1]+v)
    return s[1]

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

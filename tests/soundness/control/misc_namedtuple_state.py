# observed: same
# function: f
import collections
import tensorflow as tf

def f(x):
    S=collections.namedtuple('S','a b')
    s=S(0,0.)
    for v in x: s=S(s.a+1,s.b+v)
    return s.b

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

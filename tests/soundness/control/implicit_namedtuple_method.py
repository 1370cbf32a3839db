# observed: same
# function: f
import collections
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

NT=collections.namedtuple('NT','a')

class NTM(NT):
    def out(self): return hh(self.a)

def f(x): return NTM(x).out()

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

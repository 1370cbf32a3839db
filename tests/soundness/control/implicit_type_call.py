# observed: same
# function: f
import functools
import types
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

class FM:
    @classmethod
    def make(cls, v): return hh(v)
    @staticmethod
    def stat(v): return hh(v)
    def meth(self, v): return hh(v)
    run = functools.partialmethod(meth)

def f(x): return types.MethodType(FM.meth, FM())(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: raises
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

class GetAttr:
    def __getattr__(self, k): return hh(self.__dict__['w'])

def f(x):
    g=GetAttr(); g.__dict__['w']=x
    return g.anything

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

# observed: raises
# function: f
import itertools
import tensorflow as tf

def comb(a,b):
    if tf.reduce_sum(a)>1.: return a+b*2.
    return a+b

def f(x): return list(itertools.accumulate([x,x],comb))[-1]

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

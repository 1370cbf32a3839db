# observed: same
# function: f
import collections
import tensorflow as tf

def f(x): return x*float(len([n for n in dir(collections) if n=='deque']))

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))

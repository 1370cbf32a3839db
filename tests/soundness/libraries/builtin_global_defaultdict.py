# observed: differs
# function: f
import tensorflow as tf
import collections

d = collections.defaultdict(float)
def f(x):
    d['n'] += 1.
    return x * 1.
f(tf.ones([2])); f(tf.ones([2]))
RESULT = d['n']

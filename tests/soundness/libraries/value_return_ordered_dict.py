# observed: same
# function: f
import tensorflow as tf
import collections

def f(x):
    d = collections.OrderedDict()
    d['b'] = x
    d['a'] = x * 2.
    return d
RESULT = list(f(tf.constant(1.)).keys())

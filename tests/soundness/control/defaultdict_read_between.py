# observed: differs
# function: f
import tensorflow as tf
import collections
D = collections.defaultdict(float)
D['a'] = 1.0
def f(x):
    return x * len(D)
a = f(tf.ones([2]))
D['zz']
RESULT = [a, f(tf.ones([2]))]

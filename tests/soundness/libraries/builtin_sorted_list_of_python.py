# observed: same
# function: f
import tensorflow as tf

def f(x, d):
    for k in sorted(d):
        x = x * d[k]
    return x
RESULT = [f(tf.ones([2]), {'b': 2., 'a': 3.}), f(tf.ones([2]), {'b': 2., 'a': 3.})]

# observed: same
# function: f
import tensorflow as tf

import warnings
def f(x):
    if x.shape[0] > 3:
        warnings.warn('big')
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]

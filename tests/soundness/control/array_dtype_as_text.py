# observed: differs
# function: f
import tensorflow as tf
import numpy as np
def f(x):
    return tf.reduce_sum(x) if str(x.dtype) == 'float64' else tf.reduce_sum(x) * 2
RESULT = [f(np.ones([2, 4])), f(np.ones([3, 2]))]

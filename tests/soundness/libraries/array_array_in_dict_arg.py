# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(d):
    return tf.reduce_sum(d['x'] * 2.)
RESULT = [f({'x': np.ones(3)}), f({'x': np.zeros(3)})]

# observed: raises
# function: f
import tensorflow as tf
import numpy as np

w = tf.ones([3])
def f(d):
    return tf.reduce_sum(d['x'] * w)
RESULT = [f({'x': np.ones(3)}), f({'x': np.zeros(3)})]

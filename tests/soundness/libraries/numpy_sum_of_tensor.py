# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return np.sum(x) + tf.reduce_sum(x)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

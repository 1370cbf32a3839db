# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.reduce_sum(np.stack([x, x * 2.]))
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_sum(a // 2)
RESULT = [f(np.arange(-4, 4)), f(np.arange(3))]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return x / float(np.shape(x)[0])
RESULT = [f(tf.ones([2])), f(tf.zeros([3]))]

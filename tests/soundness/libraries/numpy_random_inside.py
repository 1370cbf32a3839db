# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return x + np.random.rand()
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]

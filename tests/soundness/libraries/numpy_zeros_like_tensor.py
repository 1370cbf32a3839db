# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return x + np.zeros_like(x)
RESULT = [f(tf.ones([2])), f(tf.zeros([3]))]

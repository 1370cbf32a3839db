# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x, p):
    return x * p
RESULT = [f(tf.ones([2]), np.log(2.)), f(tf.zeros([2]), np.log(3.))]

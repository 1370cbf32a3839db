# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x, flag):
    k = 1. if flag else 2
    return x * k
RESULT = [f(tf.ones([2]), np.bool_(True)), f(tf.ones([2]), np.bool_(False))]

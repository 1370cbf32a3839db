# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x, flag):
    if flag:
        return x * 2.
    return x
RESULT = [f(tf.ones([2]), np.bool_(True)), f(tf.ones([2]), np.bool_(False))]

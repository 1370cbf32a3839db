# observed: raises
# function: f
import tensorflow as tf
import numpy as np
import math

def f(x, s):
    return x * math.log(s)
RESULT = [f(tf.constant([1., 2.]), np.float32(0.5)), f(tf.constant([1., 3.]), np.float32(0.7))]

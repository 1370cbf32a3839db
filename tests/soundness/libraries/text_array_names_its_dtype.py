# observed: differs
# function: f
import tensorflow as tf
import numpy as np
def f(x, a):
    return x * len(a.dtype.name)
RESULT = f(tf.ones([2]), np.array(["b", "a"]))

# observed: raises
# function: f
import tensorflow as tf
import numpy as np
W = np.ones([2], np.float32)
def f(x):
    return x[:2] * (W * [x[0], 2.0])
RESULT = f(tf.constant([1.0, 2.0, 3.0]))

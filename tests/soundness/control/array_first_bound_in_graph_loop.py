# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x):
    for i in tf.range(2):
        q = np.ones([3], np.float32)
    return x * q
RESULT = f(tf.constant([1.0, 2.0, 3.0]))

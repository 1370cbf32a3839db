# observed: differs
# function: f
import tensorflow as tf
import numpy as np
def f(x):
    x += 5.0
    return tf.reduce_sum(x)
a = np.ones(2, np.float32)
RESULT = [f(a) for k in range(2)]

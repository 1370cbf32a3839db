# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.reduce_sum(x) * 2.
a = np.ones(3, np.float32)
RESULT = []
for i in range(3):
    a[i] = 5.
    RESULT.append(f(a))

# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_sum(a * 0.5)
a = np.arange(4)
RESULT = [f(a), f(a + 1)]

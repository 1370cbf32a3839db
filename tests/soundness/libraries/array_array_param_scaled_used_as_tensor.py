# observed: type-only
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return (a - 127.5) / 127.5
x = f(np.ones([2, 2], np.float32))
y = f(np.zeros([2, 2], np.float32))
RESULT = [tf.reduce_sum(x), tf.reduce_sum(y)]

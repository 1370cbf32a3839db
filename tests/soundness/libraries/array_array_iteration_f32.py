# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    s = tf.constant(0.)
    for r in a:
        s = s + tf.reduce_sum(r)
    return s
RESULT = [f(np.ones((3, 3), np.float32)), f(np.zeros((2, 3), np.float32))]

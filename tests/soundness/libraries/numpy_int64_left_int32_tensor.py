# observed: same
# function: f
import tensorflow as tf
import numpy as np

c = np.int64(3)
def f(x):
    return c * x
RESULT = [f(tf.ones([2], tf.int32)), f(tf.zeros([2], tf.int32))]

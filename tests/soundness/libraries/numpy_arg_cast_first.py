# observed: same
# function: f
import tensorflow as tf
import numpy as np

w = np.eye(2)
def f(x, w):
    w = tf.cast(w, tf.float32)
    return tf.matmul(x, w)
RESULT = [f(tf.ones([2, 2]), w), f(tf.zeros([2, 2]), w)]

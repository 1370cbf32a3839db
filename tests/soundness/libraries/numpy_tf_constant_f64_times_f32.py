# observed: same
# function: f
import tensorflow as tf
import numpy as np

c = tf.constant(np.array([1., 2.]))
def f(x):
    return tf.cast(c, tf.float32) * x
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

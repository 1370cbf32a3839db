# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    n = np.prod(tf.shape(x)[1:])
    return tf.reshape(x, [-1, n])
RESULT = [f(tf.ones([2, 3, 4])), f(tf.zeros([2, 3, 4]))]

# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.constant(np.asarray(x))
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

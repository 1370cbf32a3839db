# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.constant(np.rot90(x))
RESULT = [f(tf.ones([4, 4])), f(tf.zeros([4, 4]))]

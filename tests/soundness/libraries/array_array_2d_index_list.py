# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_sum(a[:, [0, 1]])
RESULT = [f(np.ones((3, 3))), f(np.zeros((3, 3)))]

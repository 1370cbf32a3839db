# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.constant(np.linalg.inv(a))
RESULT = [f(tf.eye(2) * 2.), f(tf.eye(2) * 3.)]

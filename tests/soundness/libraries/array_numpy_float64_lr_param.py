# observed: raises
# function: f
import tensorflow as tf
import numpy as np

v = tf.Variable(1.)
def f(lr):
    v.assign_sub(lr * 2.)
    return v + 0.
RESULT = [f(np.float64(.1)), f(np.float64(.2))]

# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.constant(1.) * np.where(x > 0, 1., 0.)
RESULT = [f(tf.range(4.)), f(tf.range(4.))]

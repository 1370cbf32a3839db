# observed: raises
# function: f
import tensorflow as tf
import numpy as np

square = np.vectorize(lambda v: v * v)
def f(x):
    return tf.constant(square(x))
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

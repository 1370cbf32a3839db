# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.gather(x, np.random.permutation(4))
RESULT = [f(tf.range(4.)), f(tf.range(4.))]

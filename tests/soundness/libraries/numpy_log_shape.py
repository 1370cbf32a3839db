# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return x * np.log2(x.shape[0])
RESULT = [f(tf.range(4.)), f(tf.range(3.))]

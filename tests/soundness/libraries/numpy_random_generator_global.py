# observed: differs
# function: f
import tensorflow as tf
import numpy as np

rng = np.random.default_rng(3)
def f(x):
    return x + rng.random()
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]

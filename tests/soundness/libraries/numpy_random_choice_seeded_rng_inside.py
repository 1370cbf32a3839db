# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    rng = np.random.RandomState(3)
    return x + rng.rand()
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]

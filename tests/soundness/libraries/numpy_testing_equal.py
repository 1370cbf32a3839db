# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    np.testing.assert_allclose(x, x)
    return x * 2.
RESULT = [f(tf.ones([3, 3])), f(tf.zeros([3, 3]))]

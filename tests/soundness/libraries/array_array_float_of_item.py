# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a, x):
    return x * float(a[0])
RESULT = [f(np.array([3., 4.]), tf.ones([2])), f(np.array([1., 0.]), tf.ones([2]))]

# observed: raises
# function: f
import tensorflow as tf
import numpy as np

idx = np.array([0, 2])
def f(a):
    return tf.reduce_sum(a[idx])
RESULT = [f(np.ones((3, 3))), f(np.zeros((3, 3)))]

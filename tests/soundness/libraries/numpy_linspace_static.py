# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    t = np.linspace(0., 1., 5, dtype=np.float32)
    return x[:, None] * t
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

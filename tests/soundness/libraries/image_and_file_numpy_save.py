# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    np.save('a.npy', np.ones(2))
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

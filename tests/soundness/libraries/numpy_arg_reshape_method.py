# observed: raises
# function: f
import tensorflow as tf
import numpy as np

w = np.arange(4.).astype(np.float32)
def f(x, w):
    return x @ w.reshape(2, 2)
RESULT = [f(tf.ones([2, 2]), w), f(tf.zeros([2, 2]), w)]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

noise = np.random.RandomState(0).rand(2).astype(np.float32)
def f(x):
    return x + noise
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]

# observed: same
# function: f
import tensorflow as tf
import numpy as np

data = np.random.RandomState(0).rand(10, 2).astype(np.float32)
def f(x):
    return (x - data.mean(axis=0)) / data.std(axis=0)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]

# observed: same
# function: f
import numpy as np
import tensorflow as tf
def f(labels): return tf.one_hot(labels, 3)
RESULT = [f(np.array([0, 2])), f(np.array([1, 2]))]

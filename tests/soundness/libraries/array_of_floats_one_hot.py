# observed: raises
# function: f
import numpy as np
import tensorflow as tf
def f(labels): return tf.one_hot(labels, 3)
RESULT = [f(np.array([0.0, 2.0])), f(np.array([1.0, 2.0]))]

# observed: same
# function: f
import numpy as np
import tensorflow as tf
def f(x):
    if isinstance(x, (list, tuple)):
        return tf.add_n(x)
    return tf.multiply(x, 2.0)
RESULT = [f(np.array([1.0, 2.0])), f(np.array([3.0, 2.0]))]

# observed: raises
# function: f
import tensorflow as tf
import numpy as np


def f(x):
    return np.linspace(0.0, 1.0, x.shape[0])


RESULT = f(tf.constant([1.0, 2.0])).tolist()

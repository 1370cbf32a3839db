# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    if tf.is_tensor(x):
        return x * 2.
    return tf.constant(x) * 3.
RESULT = [f(np.ones([2], np.float32)), f(np.zeros([2], np.float32))]

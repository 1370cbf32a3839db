# observed: differs
# function: f
import tensorflow as tf
import numpy as np
W = np.array([np.nan, 5.0], np.float32)
def f(x):
    return x * np.where(np.isnan(W), 1.0, 2.0).astype(np.float32)
a = f(tf.ones([2]))
np.nan_to_num(W, False)
RESULT = [a, f(tf.ones([2]))]

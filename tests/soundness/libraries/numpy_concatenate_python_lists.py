# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    idx = np.concatenate([[0], [2, 3]])
    return tf.gather(x, idx)
RESULT = [f(tf.range(4.)), f(tf.range(4.))]

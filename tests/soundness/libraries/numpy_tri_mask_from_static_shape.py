# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    n = x.shape[-1]
    mask = np.triu(np.ones((n, n), dtype=np.float32), k=1)
    return x + mask * -1e9
RESULT = [f(tf.ones([3, 3])), f(tf.zeros([3, 3]))]

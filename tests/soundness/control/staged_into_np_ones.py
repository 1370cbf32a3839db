# observed: raises
# function: into_np_ones
import tensorflow as tf
import numpy as np

def into_np_ones(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return x * np.ones(n)[0]

RESULT = (into_np_ones(tf.constant([3.0, 2.0])), into_np_ones(tf.constant([0.25, 0.25])))

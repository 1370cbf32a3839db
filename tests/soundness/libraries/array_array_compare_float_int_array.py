# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_sum(tf.cast(a > 0.5, tf.float32))
RESULT = [f(np.arange(4)), f(np.arange(5))]

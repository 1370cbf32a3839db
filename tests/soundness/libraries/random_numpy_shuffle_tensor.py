# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    np.random.shuffle(x)
    return tf.reduce_sum(x)
RESULT = [f(np.arange(4.)), f(np.arange(4.))]

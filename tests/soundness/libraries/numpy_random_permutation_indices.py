# observed: same
# function: f
import tensorflow as tf
import numpy as np

perm = np.random.RandomState(0).permutation(4)
def f(x):
    return tf.gather(x, perm)
RESULT = [f(tf.range(4.)), f(tf.range(4.) * 2.)]

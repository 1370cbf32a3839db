# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x, p=0.5):
    return x * np.log(p)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

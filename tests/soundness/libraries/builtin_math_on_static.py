# observed: same
# function: f
import tensorflow as tf
import math

def f(x):
    return x / math.sqrt(x.shape[-1])
RESULT = [f(tf.constant([1., 2.])), f(tf.constant([1., 3.]))]

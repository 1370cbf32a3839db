# observed: raises
# function: f
import tensorflow as tf
import math

def f(x):
    return x * math.exp(float(tf.reduce_max(x)))
RESULT = [f(tf.constant([1., 2.])), f(tf.constant([1., 3.]))]

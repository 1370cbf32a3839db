# observed: same
# function: f
import tensorflow as tf
import math

def f(x, s):
    return x * math.log(2. * math.pi * s)
RESULT = [f(tf.constant([1., 2.]), 0.5), f(tf.constant([1., 3.]), 0.5)]

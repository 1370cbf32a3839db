# observed: differs
# function: f
import tensorflow as tf
import numpy as np

layers = [np.ones([2], np.float32), np.ones([2], np.float32)]


def f(x):
    for layer in layers:
        x = x * layer
    return x


a = f(tf.ones([2]))
for layer in layers:
    layer *= 2.0
RESULT = (a, f(tf.ones([2])))

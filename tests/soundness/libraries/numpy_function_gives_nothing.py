# observed: raises
# function: f
import numpy as np
import tensorflow as tf


def f(x):
    tf.numpy_function(lambda a: None, [x], tf.float32)
    return x * 2.0


RESULT = [f(tf.ones([3])), f(tf.ones([3]))]

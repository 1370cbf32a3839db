# observed: raises
# function: f
import numpy as np
import tensorflow as tf


def f(x):
    return tf.numpy_function(np.argmax, [x], tf.int32) + 1


RESULT = [f(tf.ones([3])), f(tf.ones([3]))]

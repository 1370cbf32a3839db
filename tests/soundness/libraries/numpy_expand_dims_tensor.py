# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.nn.relu(np.expand_dims(x, 0))
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]

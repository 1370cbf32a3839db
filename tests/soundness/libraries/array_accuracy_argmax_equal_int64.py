# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(y, p):
    return tf.reduce_mean(tf.cast(tf.equal(tf.argmax(p, 1), y), tf.float32))
RESULT = [f(np.array([0, 1]), tf.constant([[.9, .1], [.2, .8]])), f(np.array([0]), tf.constant([[.9, .1]]))]

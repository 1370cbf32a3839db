# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(y, p):
    return tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(y, p))
RESULT = [f(np.array([0, 1]), tf.constant([[.9, .1], [.2, .8]])), f(np.array([0]), tf.constant([[.9, .1]]))]

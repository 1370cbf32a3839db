# observed: same
# function: inner
import tensorflow as tf
import numpy as np
def make(t):
    def inner(y):
        return y * np.sqrt(t) + t.numpy()[0]
    return inner
inner = make(tf.constant([4., 9.]))
RESULT = [inner(tf.ones(2)), inner(tf.zeros(2))]

# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.abs(tf.cast(np.fft.fft(x), tf.complex64))
RESULT = [f(tf.ones([4])), f(tf.range(4.))]

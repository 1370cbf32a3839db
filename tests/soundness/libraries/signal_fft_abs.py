# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.abs(tf.signal.fft(tf.cast(x, tf.complex64)))
RESULT = [f(tf.ones([4])), f(tf.zeros([4]))]

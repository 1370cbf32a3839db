# observed: same
# function: f
import tensorflow as tf

def f(x):
    s = tf.signal.stft(x, 4, 2)
    return tf.abs(s) / s.shape[0]
RESULT = [f(tf.ones([16])), f(tf.ones([12]))]

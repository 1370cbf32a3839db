# observed: same
# function: f
import tensorflow as tf

def f(x):
    return tf.signal.irfft(tf.signal.rfft(x))
RESULT = [f(tf.ones([4])), f(tf.range(4.))]

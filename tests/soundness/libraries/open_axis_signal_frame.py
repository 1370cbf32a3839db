# observed: same
# function: f
import tensorflow as tf

def f(x):
    s = tf.signal.frame(x, 4, 2)
    return s / s.shape[0]
RESULT = [f(tf.ones([16])), f(tf.ones([12]))]

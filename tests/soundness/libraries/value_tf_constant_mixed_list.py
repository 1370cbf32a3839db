# observed: both-raise-other-type
# function: f
import tensorflow as tf

def f(t):
    return tf.constant([t, 1., 2.])
RESULT = [f(tf.constant(2.)), f(tf.constant(1.))]

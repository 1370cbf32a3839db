# observed: raises
# function: f
import tensorflow as tf

def f(a):
    return tf.constant(a) * 2.
RESULT = [f(tf.constant(2.)), f(tf.constant(1.))]

# observed: same
# function: f
import tensorflow as tf

def f(ta, x):
    return ta.write(0, x).stack()
RESULT = [f(tf.TensorArray(tf.float32, 1), tf.constant(1.)), f(tf.TensorArray(tf.float32, 1), tf.constant(2.))]

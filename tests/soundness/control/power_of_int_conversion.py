# observed: differs
# function: f
import tensorflow as tf
def f(t):
    return tf.cast(2 ** int(t), tf.float32)
RESULT = [f(tf.constant(2.0)), f(tf.constant(40.0))]

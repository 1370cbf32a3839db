# observed: differs
# function: f
import tensorflow as tf
def f(t):
    return tf.cast(int(t), tf.float32)
RESULT = [f(tf.constant(2.0)), f(tf.constant(3e10))]

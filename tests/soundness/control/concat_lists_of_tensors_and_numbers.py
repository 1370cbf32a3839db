# observed: raises
# function: f
import tensorflow as tf
def f(t):
    return tf.concat([[t], [1]], 0)
RESULT = [f(tf.constant(1.0)), f(tf.constant(2.0))]

# observed: same
# function: f
import tensorflow as tf

def f(t, v):
    c, s = tf.cos(t), tf.sin(t)
    return tf.linalg.matvec([[c, -s], [s, c]], v)
RESULT = [f(tf.constant(2.), tf.ones([2])), f(tf.constant(1.), tf.ones([2]))]

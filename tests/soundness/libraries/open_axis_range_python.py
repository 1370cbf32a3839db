# observed: same
# function: f
import tensorflow as tf

def f(n):
    r = tf.range(n)
    return tf.ones([r.shape[0]]) * 2.
RESULT = [f(2), f(3)]

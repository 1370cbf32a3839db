# observed: differs
# function: f
import tensorflow as tf

def f(x, pair):
    return tf.cast(x, tf.float32) * float(3 // pair[0]) if isinstance(pair[0], int) else x / pair[0]


RESULT = (f(tf.ones([2]), (2,)), f(tf.ones([2]), (2.0,)))

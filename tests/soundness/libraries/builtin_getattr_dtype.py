# observed: same
# function: f
import tensorflow as tf

def f(x):
    d = getattr(x, 'dtype', tf.float32)
    return tf.cast(1, d) + x
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
